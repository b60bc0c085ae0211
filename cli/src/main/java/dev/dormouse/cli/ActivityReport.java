package dev.dormouse.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.dormouse.spi.LogEntry;
import dev.dormouse.spi.LogEntry.Summary;
import dev.dormouse.spi.LogEntry.Unreadable;
import dev.dormouse.spi.ShowsLog.LogSink;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints what was made of a log: the activity as it comes, and at last the sum. */
abstract sealed class ActivityReport implements LogSink {

    private static final List<String> COLUMNS = List.of("line", "account", "email", "at", "kind", "success", "event");
    private static final int UNREADABLE_SHOWN = 20;

    final PrintWriter out;
    private final PrintWriter err;

    private ActivityReport(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    static ActivityReport of(Output output, PrintWriter out, PrintWriter err, boolean several) {
        return output == Output.JSON ? new Json(out, err) : new Rows(output, out, err, several);
    }

    @Override
    public void reads(String file, String mapping, @Nullable String reason) {
        if (reason != null) {
            err.println(file + ": read as " + mapping + " (" + reason + ")");
            err.flush();
        }
    }

    abstract void end(Summary summary);

    static String kind(LogEntry entry) {
        return entry.kind().name().toLowerCase(Locale.ROOT);
    }

    /** One object a line; nothing is gathered. */
    private static final class Json extends ActivityReport {

        private final JsonGenerator json;
        private long machine;
        private long failed;

        Json(PrintWriter out, PrintWriter err) {
            super(out, err);
            try {
                json = new JsonFactory()
                        .createGenerator(out)
                        .setPrettyPrinter(new MinimalPrettyPrinter("\n"))
                        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the answer", e);
            }
        }

        @Override
        public void entry(LogEntry entry) {
            failed += entry.success() ? 0 : 1;
            machine += entry.kind() == dev.dormouse.spi.ActivityKind.MACHINE ? 1 : 0;
            try {
                json.writeStartObject();
                json.writeNumberField("line", entry.line());
                json.writeStringField("account", entry.account());
                json.writeStringField("email", entry.email());
                json.writeStringField("at", entry.at().toString());
                json.writeStringField("kind", kind(entry));
                json.writeBooleanField("success", entry.success());
                json.writeStringField("event", entry.event());
                json.writeEndObject();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the answer", e);
            }
        }

        @Override
        void end(Summary summary) {
            try {
                json.writeStartObject();
                json.writeStringField("mapping", String.join(",", summary.mappings()));
                json.writeNumberField("records", summary.records());
                json.writeNumberField("activity", summary.activity());
                json.writeNumberField("failed", failed);
                json.writeNumberField("machine", machine);
                json.writeNumberField("other", summary.other());
                json.writeNumberField("never", summary.never());
                json.writeBooleanField("cutOff", summary.cutOff());
                json.writeArrayFieldStart("unreadable");
                for (Unreadable one : summary.unreadable()) {
                    unreadable(one);
                }
                json.writeEndArray();
                json.writeEndObject();
                json.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the answer", e);
            }
            out.println();
            out.flush();
        }

        private void unreadable(Unreadable one) throws IOException {
            json.writeStartObject();
            json.writeStringField("file", one.file());
            json.writeNumberField("line", one.line());
            if (one.column() > 0) {
                json.writeNumberField("column", one.column());
            }
            json.writeStringField("reason", one.reason());
            json.writeEndObject();
        }
    }

    /** Rows for the eye or for a table; the sum goes to standard error. */
    private static final class Rows extends ActivityReport {

        private final Output output;
        private final PrintWriter err;
        private final boolean several;
        private final List<List<@Nullable String>> rows = new ArrayList<>();

        Rows(Output output, PrintWriter out, PrintWriter err, boolean several) {
            super(out, err);
            this.output = output;
            this.err = err;
            this.several = several;
        }

        @Override
        public void entry(LogEntry entry) {
            String line = several ? entry.file() + ":" + entry.line() : Long.toString(entry.line());
            rows.add(Arrays.asList(
                    line,
                    entry.account(),
                    entry.email(),
                    entry.at().toString(),
                    kind(entry),
                    Boolean.toString(entry.success()),
                    entry.event()));
        }

        @Override
        void end(Summary summary) {
            output.print(out, COLUMNS, rows);
            summary.unreadable().stream().limit(UNREADABLE_SHOWN).forEach(this::complain);
            if (summary.unreadable().size() > UNREADABLE_SHOWN) {
                err.println("... and " + (summary.unreadable().size() - UNREADABLE_SHOWN) + " more");
            }
            err.println(summary.records() + " records: " + summary.activity() + " activity, " + summary.other()
                    + " other (" + summary.never() + " never active), "
                    + summary.unreadable().size() + " unreadable");
            err.flush();
        }

        private void complain(Unreadable one) {
            String place = one.column() > 0 ? one.line() + ":" + one.column() : Long.toString(one.line());
            err.println("unreadable: " + one.file() + ":" + place + ": " + one.reason());
        }
    }
}
