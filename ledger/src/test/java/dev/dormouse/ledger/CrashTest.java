package dev.dormouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.ledger.Ledger.CaseQuery;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process dies while it writes: what was reported as written is there as a whole, and nothing is there in part. */
class CrashTest {

    private static final int NEVER = Integer.MAX_VALUE;

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void a_process_that_dies_inside_a_transaction_leaves_only_those_before(int point) throws Exception {
        Process writer = start(3, point);
        List<String> reported =
                writer.inputReader(StandardCharsets.UTF_8).lines().toList();
        writer.waitFor();

        assertThat(reported).containsExactly("1", "2");
        assertThat(wholeTransactions()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 60})
    void a_process_that_is_killed_at_any_moment_loses_nothing_that_it_reported(int reports) throws Exception {
        Process writer = start(NEVER, 0);
        long reported = 0;
        try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
            while (reported < reports) {
                reported = Long.parseLong(lines.readLine());
            }
            // Not Process.destroyForcibly, which would throw away what is still in the pipe.
            writer.toHandle().destroyForcibly();
            reported = Math.max(reported, lastWholeLine(lines));
        }
        writer.waitFor();

        assertThat(wholeTransactions()).isBetween(reported, reported + 1);
    }

    /** The killed process may have left half a number behind. */
    private static long lastWholeLine(BufferedReader lines) throws IOException {
        StringWriter rest = new StringWriter();
        lines.transferTo(rest);
        String whole = rest.toString().substring(0, rest.toString().lastIndexOf('\n') + 1);
        return whole.lines().mapToLong(Long::parseLong).max().orElse(0);
    }

    private long wholeTransactions() {
        try (Ledger reader = SqliteLedger.openReadOnly(file())) {
            assertThat(reader.verify().faults()).isEmpty();
        }
        try (Ledger ledger = SqliteLedger.open(file())) {
            List<Case> cases = ledger.cases(new CaseQuery(null, false, null));
            assertThat(cases).noneMatch(Case::isOpen);
            assertThat(ledger.unfinished()).isEmpty();
            assertThat(ledger.verify().faults()).isEmpty();
            assertThat(ledger.verify().entries()).isEqualTo((long) cases.size() * CrashingWriter.ENTRIES);
            return cases.size();
        }
    }

    private Process start(int last, int point) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingWriter.class.getName(),
                        file().toString(),
                        String.valueOf(last),
                        String.valueOf(point))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private Path file() {
        return folder.resolve("ledger.db");
    }
}
