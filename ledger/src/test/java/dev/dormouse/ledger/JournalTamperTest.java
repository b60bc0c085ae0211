package dev.dormouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The triggers do not stop somebody who drops them; it shows in the chain. */
class JournalTamperTest extends TamperedJournal {

    JournalTamperTest(@TempDir Path folder) {
        super(folder);
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
}
