package dev.dormouse.connectors.files;

import dev.dormouse.connectors.files.mapping.Finding;
import dev.dormouse.connectors.files.mapping.Mapping;
import dev.dormouse.spi.LogEntry;
import dev.dormouse.spi.LogEntry.Summary;
import dev.dormouse.spi.LogEntry.Unreadable;
import dev.dormouse.spi.ShowsLog.LogSink;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows a person what was found in a log. */
final class LogShow implements Row.Sink {

    private final LogSink sink;
    private final Set<String> mappings = new LinkedHashSet<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private String file = "";
    private long activity;
    private long other;
    private long never;
    private boolean cutOff;

    LogShow(LogSink sink) {
        this.sink = sink;
    }

    void begin(FeedFile next) {
        file = next.name();
    }

    void empty(String name) {
        file = name;
        cutOff = true;
    }

    void end(Row.End end) {
        cutOff |= end == Row.End.CUT_OFF;
    }

    @Override
    public void reads(Mapping mapping, @Nullable String reason) {
        mappings.add(mapping.name());
        sink.reads(file, mapping.name(), reason);
    }

    @Override
    public void found(Row row) {
        switch (row.finding()) {
            case Finding.Activity found -> {
                activity++;
                sink.entry(new LogEntry(
                        file,
                        row.line(),
                        found.account(),
                        found.email(),
                        found.at(),
                        found.kind(),
                        found.success(),
                        found.event()));
            }
            case Finding.Other found -> other++;
            case Finding.Never found -> {
                other++;
                never++;
            }
            case Finding.Unreadable found ->
                unreadable.add(new Unreadable(file, row.line(), row.column(), found.reason()));
        }
    }

    Summary summary() {
        return new Summary(List.copyOf(mappings), activity, other, never, unreadable, cutOff);
    }
}
