package dev.dormouse.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dormouse.sac.DataFile;
import dev.dormouse.sac.RowResult;
import dev.dormouse.sac.RowResult.Stop;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints what became of the rows of a data file. */
final class SacReport {

    private static final List<String> COLUMNS = List.of("row", "team", "member");

    private SacReport() {}

    /** As a table or CSV one line a member; a team without members has one line too. */
    static void print(Output output, PrintWriter out, List<RowResult> results) {
        if (output == Output.JSON) {
            Output.json(out, generator -> json(generator, results));
            return;
        }
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            RowResult result = results.get(i);
            String number = Integer.toString(i + 1);
            if (result.members().isEmpty()) {
                rows.add(Arrays.asList(number, result.team(), null));
            }
            result.members().forEach(member -> rows.add(Arrays.asList(number, result.team(), member)));
        }
        output.print(out, COLUMNS, rows);
    }

    private static void json(JsonGenerator generator, List<RowResult> results) throws IOException {
        generator.writeStartObject();
        generator.writeArrayFieldStart("rows");
        for (RowResult result : results) {
            generator.writeStartObject();
            generator.writeStringField("team", result.team());
            generator.writeStringField("displayName", result.displayName());
            texts(generator, "members", result.members());
            texts(generator, "warnings", result.warnings());
            generator.writeStringField(
                    "error", result.stop() == null ? null : result.stop().error());
            generator.writeEndObject();
        }
        generator.writeEndArray();
        generator.writeEndObject();
    }

    private static void texts(JsonGenerator generator, String name, List<String> texts) throws IOException {
        generator.writeArrayFieldStart(name);
        for (String text : texts) {
            generator.writeString(text);
        }
        generator.writeEndArray();
    }

    /** Tells a person what went wrong, and a script by the exit code. */
    static int complain(PrintWriter err, DataFile file, List<RowResult> results) {
        int exit = Exit.DONE;
        for (int i = 0; i < results.size(); i++) {
            RowResult result = results.get(i);
            String place = file.name() + ":" + file.rows().get(i).line() + ": team " + result.team() + ": ";
            result.warnings().forEach(warning -> err.println("warning: " + place + warning));
            Stop stop = result.stop();
            if (stop != null) {
                err.println("stopped: " + place + stop.error());
                exit = Math.max(exit, exit(stop));
            }
        }
        err.flush();
        return exit;
    }

    private static int exit(Stop stop) {
        return switch (stop.reason()) {
            case ROW -> Exit.USAGE;
            case YOUNG_LOG -> Exit.GUARD;
            case SOURCE -> Exit.UNHEALTHY;
        };
    }
}
