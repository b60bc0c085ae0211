package dev.dormouse.connectors.files;

import dev.dormouse.spi.Connector;
import dev.dormouse.spi.LogEntry;
import dev.dormouse.spi.LogEntry.Summary;
import dev.dormouse.spi.ShowsLog;
import dev.dormouse.spi.ShowsLog.LogSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person would be shown of a log. */
final class Shown implements LogSink {

    final List<LogEntry> entries = new ArrayList<>();
    String mapping = "";

    @Nullable
    String reason;

    Summary summary = new Summary(List.of(), 0, 0, 0, List.of(), false);

    static Shown of(dev.dormouse.spi.FileStore files, Map<String, ?> more) {
        Shown shown = new Shown();
        try (Connector connector = Feeds.connect(files, "log", more)) {
            shown.summary = ((ShowsLog) connector).showLog(shown);
        }
        return shown;
    }

    static Shown of(String content, Map<String, ?> more) {
        return of(new MemoryFiles().with("log", content), more);
    }

    static Shown of(String content) {
        return of(content, Map.of());
    }

    static Shown of(Path file, Map<String, ?> more) {
        Map<String, Object> settings = new LinkedHashMap<>(more);
        settings.put("files", file.toString());
        return of(new LocalFileStore(Path.of(".")), settings);
    }

    @Override
    public void reads(String file, String chosen, @Nullable String why) {
        mapping = chosen;
        reason = why;
    }

    @Override
    public void entry(LogEntry entry) {
        entries.add(entry);
    }

    /** The entries in one line each: line, account, e-mail, instant, kind, whether it failed, event. */
    List<String> lines() {
        return entries.stream()
                .map(one -> one.line() + " " + one.account() + " " + one.email() + " " + one.at() + " " + one.kind()
                        + (one.success() ? " " : " FAILED ") + one.event())
                .toList();
    }

    List<String> unreadable() {
        return summary.unreadable().stream()
                .map(one -> one.line() + ":" + one.column() + " " + one.reason())
                .toList();
    }
}
