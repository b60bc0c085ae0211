package dev.dormouse.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Runs the command in this process and keeps what it prints. */
final class Console {

    private Console() {}

    /** With that configuration, at the time of {@link Exports}. */
    static Ran runIn(Path folder, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--config", folder.toString(), "--now", Exports.NOW.toString()));
        return run(all.toArray(String[]::new));
    }

    static Ran run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = DormouseCommand.commandLine(Duration.ofMillis(1))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
        return new Ran(exit, out.toString(), err.toString());
    }

    /** What came of a command. */
    record Ran(int exit, String out, String err) {

        JsonNode json() {
            try {
                return new JsonMapper().readTree(out);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException("not JSON: " + out + err, e);
            }
        }

        /** The accounts in one array of the answer of {@code scan --output json}. */
        SortedSet<String> accounts(String array) {
            SortedSet<String> accounts = new TreeSet<>();
            json().path(array).forEach(one -> accounts.add(one.path("account").asText()));
            return accounts;
        }
    }
}
