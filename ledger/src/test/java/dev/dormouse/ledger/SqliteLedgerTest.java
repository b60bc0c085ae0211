package dev.dormouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.ledger.Ledger.CaseQuery;
import dev.dormouse.core.ledger.Ledger.Verification;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerTest extends JournalContract {

    private static final int MANY = 100_000;

    @TempDir
    @Nullable
    Path folder;

    @Override
    Ledger open() {
        return SqliteLedger.open(file());
    }

    private Path file() {
        return java.util.Objects.requireNonNull(folder).resolve("ledger.db");
    }

    @Test
    void a_reader_sees_what_was_committed_while_a_transaction_is_under_way() {
        opened(Samples.fresh("Ida"));
        ledger().write(transaction -> {
            transaction.open(Samples.fresh("bob"));
            transaction.append(Samples.draft("one"));
            try (Ledger reader = SqliteLedger.openReadOnly(file())) {
                assertThat(reader.cases(new CaseQuery(null, true, null)))
                        .extracting(Case::login)
                        .containsExactly("Ida");
                assertThat(reader.verify()).isEqualTo(new Verification(0, "", List.of()));
            }
            return transaction.moveCursor("pass");
        });

        try (Ledger reader = SqliteLedger.openReadOnly(file())) {
            assertThat(reader.cases(new CaseQuery(null, true, null))).hasSize(2);
            assertThat(reader.verify().faults()).isEmpty();
            assertThatThrownBy(() -> reader.write(transaction -> transaction.moveCursor("pass")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("was opened for reading");
        }
    }

    @Test
    void a_reader_needs_no_writer() {
        opened(Samples.fresh("Ida"));
        ledger().close();

        try (Ledger reader = SqliteLedger.openReadOnly(file())) {
            assertThat(reader.findCase(1)).isNotNull();
        }
    }

    @Test
    void a_write_that_could_not_begin_beside_another_process_can_be_repeated() throws Exception {
        ledger();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> opened(Samples.fresh("Ida")))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("another process is writing to it");
            statement.execute("ROLLBACK");
        }

        opened(Samples.fresh("bob"));

        assertThat(ledger().cases(CaseQuery.open(Samples.WORKFLOW)))
                .extracting(Case::login)
                .containsExactly("bob");
        assertThatThrownBy(() -> ledger().write(transaction -> {
                    transaction.open(Samples.fresh("eve"));
                    throw new IllegalStateException("half-way");
                }))
                .hasMessage("half-way");
        assertThat(ledger().cases(CaseQuery.open(Samples.WORKFLOW))).hasSize(1);
    }

    /** Far above what it takes, so that only a change of order of magnitude fails. */
    @Test
    void a_hundred_thousand_cases_are_opened_in_one_transaction() {
        long start = System.nanoTime();
        List<Long> ids = ledger().write(transaction -> IntStream.range(0, MANY)
                .mapToObj(i -> {
                    Case opened = transaction.open(Samples.fresh("user-" + i));
                    transaction.append(Samples.draft("opened " + opened.id()));
                    return opened.id();
                })
                .toList());
        Duration writing = Duration.ofNanos(System.nanoTime() - start);

        start = System.nanoTime();
        assertThat(ledger().verify().faults()).isEmpty();
        Duration verifying = Duration.ofNanos(System.nanoTime() - start);
        start = System.nanoTime();
        assertThat(ledger().cases(CaseQuery.open(Samples.WORKFLOW))).hasSize(MANY);
        Duration reading = Duration.ofNanos(System.nanoTime() - start);
        System.out.println("100,000 cases and entries: written in " + writing + ", verified in " + verifying
                + ", read in " + reading);
        assertThat(ids.getLast()).isEqualTo(MANY);
        assertThat(writing).isLessThan(Duration.ofSeconds(60));
    }
}
