package dev.dormouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.core.ledger.Ledger.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of the journal is kept twice more, in the ledger and beside it. */
class JournalHeadTest extends TamperedJournal {

    JournalHeadTest(@TempDir Path folder) {
        super(folder);
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

    private void cutTail() {
        tamper(
                "DELETE FROM journal WHERE seq > 7",
                "UPDATE journal_head SET seq = 7, hash = (SELECT hash FROM journal WHERE seq = 7)");
    }
}
