package dev.dormouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.ledger.Ledger.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody edits the file with other tools; the triggers do not stop them, and it shows. */
class JournalTamperTest {

    private static final int ENTRIES = 9;

    private final Path folder;
    private final Path file;

    JournalTamperTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("ledger.db");
    }

    @BeforeEach
    void writeNineEntries() {
        try (Ledger ledger = SqliteLedger.open(file)) {
            for (int i = 1; i <= ENTRIES; i++) {
                append(ledger, "entry number " + i);
            }
        }
    }

    private static void append(Ledger ledger, String text) {
        ledger.write(transaction -> {
            transaction.append(Samples.draft(text));
            return text;
        });
    }

    @Test
    void an_untouched_journal_is_intact() {
        assertThat(verify().faults()).isEmpty();
        assertThat(verify().entries()).isEqualTo(ENTRIES);
    }

    @ParameterizedTest
    @CsvSource({
        "made, made + 1",
        "kind, 'ENDED'",
        "workflow, 'another'",
        "case_id, 8",
        "subject, 'github/acme:bob'",
        "actor, 'ana'",
        "words, 'nothing happened'",
        "details, '{}'",
        "hash, '00'"
    })
    void a_changed_field_is_found(String column, String value) {
        String quoted = value.contains("made") || value.equals("8") ? value : "'" + value + "'";
        tamper("UPDATE journal SET " + column + " = " + quoted + " WHERE seq = 5");

        assertThat(verify().faults().getFirst())
                .isEqualTo("entry 5 is not as it was written: its content does not have its hash");
    }

    @Test
    void a_text_moved_from_one_field_to_the_next_is_found() {
        tamper("UPDATE journal SET subject = subject || 'dorm', actor = 'ouse' WHERE seq = 5");

        assertThat(verify().faults().getFirst()).startsWith("entry 5 is not as it was written");
    }

    @Test
    void a_changed_link_to_the_entry_before_is_found() {
        tamper("UPDATE journal SET previous = '" + "1".repeat(64) + "' WHERE seq = 5");

        assertThat(verify().faults().getFirst()).startsWith("entry 5 is not as it was written");
    }

    @Test
    void an_entry_deleted_in_the_middle_is_found() {
        tamper("DELETE FROM journal WHERE seq = 5");

        assertThat(verify().faults()).containsExactly("entry 5 is missing: entry 6 follows on entry 4");
    }

    @Test
    void an_entry_deleted_and_the_gap_closed_is_found() {
        tamper("DELETE FROM journal WHERE seq = 5", "UPDATE journal SET seq = seq - 1 WHERE seq > 5");

        assertThat(verify().faults().getFirst()).startsWith("entry 5 is not as it was written");
    }

    @Test
    void the_first_entry_deleted_is_found() {
        tamper("DELETE FROM journal WHERE seq = 1");

        assertThat(verify().faults().getFirst()).isEqualTo("entry 1 is missing: entry 2 follows on entry 0");
    }

    @Test
    void a_deleted_tail_is_found() {
        tamper("DELETE FROM journal WHERE seq > 7");

        assertThat(verify().faults())
                .containsExactly(
                        "entry 8 is missing: the ledger names entry 9 as the last",
                        "entry 8 is missing: journal.head names entry 9 as written");
    }

    @Test
    void a_deleted_tail_with_a_matching_head_is_found_by_the_file_beside() {
        cutTail();

        assertThat(verify().faults()).containsExactly("entry 8 is missing: journal.head names entry 9 as written");
    }

    @Test
    void a_ledger_whose_tail_was_cut_off_is_not_written_to() throws IOException {
        cutTail();
        String before = Files.readString(folder.resolve(HeadFile.NAME));

        assertThatThrownBy(() -> SqliteLedger.open(file))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("names entry 9 as the end of the journal, and the ledger has no such entry")
                .hasMessageContaining("dormouse journal verify");
        assertThat(Files.readString(folder.resolve(HeadFile.NAME))).isEqualTo(before);
    }

    @Test
    void an_emptied_journal_is_found() {
        tamper("DELETE FROM journal", "UPDATE journal_head SET seq = 0, hash = '" + Head.EMPTY.hash() + "'");

        assertThat(verify())
                .isEqualTo(
                        new Verification(0, "", List.of("entry 1 is missing: journal.head names entry 9 as written")));
    }

    @Test
    void swapped_entries_are_found() {
        tamper(
                "UPDATE journal SET seq = -1 WHERE seq = 5",
                "UPDATE journal SET seq = 5 WHERE seq = 6",
                "UPDATE journal SET seq = 6 WHERE seq = -1");

        assertThat(verify().faults().getFirst()).startsWith("entry 5 is not as it was written");
    }

    @Test
    void an_entry_inserted_in_the_middle_is_found() {
        tamper(
                "UPDATE journal SET seq = -seq - 1 WHERE seq >= 5",
                "UPDATE journal SET seq = -seq WHERE seq < 0",
                "INSERT INTO journal SELECT 5, made, kind, workflow, case_id, subject, actor, words, details, hash, hash"
                        + " FROM journal WHERE seq = 4");

        assertThat(verify().faults().getFirst()).startsWith("entry 5 is not as it was written");
    }

    @Test
    void an_entry_added_at_the_end_is_found_even_with_a_hash_of_its_own() {
        StoredEntry tenth = StoredEntry.after(new Head(9, hashOf(9)), Samples.draft("all is well"));
        tamper("INSERT INTO journal SELECT 10, made, kind, workflow, case_id, subject, actor, 'all is well', details,"
                + " hash, '" + new HashChain().hash(tenth) + "' FROM journal WHERE seq = 9");

        assertThat(verify().faults())
                .containsExactly("entry 10 was added from outside: the ledger names entry 9 as the last");
    }

    @Test
    void an_entry_that_was_changed_and_hashed_again_is_found() {
        rewrite(5);

        assertThat(verify().faults())
                .containsExactly("entry 5 is not as it was written: entry 6 was written after another one");
    }

    @Test
    void the_last_entry_changed_and_hashed_again_is_found() {
        rewrite(9);

        assertThat(verify().faults())
                .containsExactly(
                        "entry 9 is not the one that the head in the ledger names",
                        "entry 9 is not the one that journal.head names");
    }

    @Test
    void a_changed_or_deleted_head_is_found() {
        tamper("UPDATE journal_head SET seq = 8");
        assertThat(verify().faults().getFirst()).startsWith("entry 9 was added from outside");
        tamper("UPDATE journal_head SET seq = 9, hash = '" + "1".repeat(64) + "'");
        assertThat(verify().faults().getFirst()).isEqualTo("entry 9 is not the one that the head in the ledger names");
        tamper("DELETE FROM journal_head");
        assertThat(verify().faults().getFirst())
                .isEqualTo("the head of the journal is missing in the ledger, after entry 9");
    }

    @Test
    void a_missing_or_garbled_head_file_is_found() throws IOException {
        Files.writeString(folder.resolve(HeadFile.NAME), "all is well\n");
        assertThat(verify().faults().getFirst()).endsWith("journal.head does not hold a sequence number and a hash");
        Files.delete(folder.resolve(HeadFile.NAME));
        assertThat(verify().faults())
                .containsExactly("journal.head is missing: whether entries after 9 were cut off cannot be told");
    }

    /** A crash between the commit and the writing of the file. */
    @Test
    void a_head_file_that_lags_is_accepted_if_it_names_an_entry_of_the_journal() throws IOException {
        Path head = folder.resolve(HeadFile.NAME);
        Files.writeString(head, "7 " + hashOf(7) + "\n");
        assertThat(verify().faults()).isEmpty();
        Files.writeString(head, "7 " + hashOf(6) + "\n");
        assertThat(verify().faults()).containsExactly("entry 7 is not the one that journal.head names");

        Files.writeString(head, "7 " + hashOf(7) + "\n");
        SqliteLedger.open(file).close();
        assertThat(Files.readString(head)).isEqualTo("9 " + hashOf(9) + "\n");
    }

    /** Another tool, without dropping anything. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE journal SET words = ''|no entry can be changed",
                "DELETE FROM journal|no entry can be deleted",
                "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 5|only be added at the end",
                "INSERT INTO journal SELECT 11, made, kind, workflow, case_id, subject, actor, words, details, previous,"
                        + " hash FROM journal WHERE seq = 9|only be added at the end"
            })
    void the_journal_refuses_to_be_changed(String statement, String reason) {
        assertThatThrownBy(() -> execute(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("the journal is append-only")
                .hasMessageContaining(reason);
        assertThat(verify().faults()).isEmpty();
    }

    private void cutTail() {
        tamper(
                "DELETE FROM journal WHERE seq > 7",
                "UPDATE journal_head SET seq = 7, hash = (SELECT hash FROM journal WHERE seq = 7)");
    }

    private void rewrite(long seq) {
        StoredEntry forged = StoredEntry.after(new Head(seq - 1, hashOf(seq - 1)), Samples.draft("forged"));
        tamper("UPDATE journal SET words = 'forged', hash = '" + new HashChain().hash(forged) + "' WHERE seq = " + seq);
    }

    private Verification verify() {
        try (Ledger ledger = SqliteLedger.openReadOnly(file)) {
            return ledger.verify();
        }
    }

    private String hashOf(long seq) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT hash FROM journal WHERE seq = " + seq)) {
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tamper(String... statements) {
        try {
            execute("DROP TRIGGER IF EXISTS journal_no_update");
            execute("DROP TRIGGER IF EXISTS journal_no_delete");
            execute("DROP TRIGGER IF EXISTS journal_at_the_end");
            for (String statement : statements) {
                execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
