package dev.dormouse.ledger;

import static dev.dormouse.ledger.Samples.NOW;
import static dev.dormouse.ledger.Samples.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.ledger.Intent;
import dev.dormouse.core.ledger.JournalEntry;
import dev.dormouse.core.ledger.JournalEntry.Draft;
import dev.dormouse.core.ledger.JournalKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every ledger does with the journal and the intents. */
abstract class JournalContract extends CaseContract {

    private static final Intent.Result SENT = new Intent.Result("sent", "250 ok", "msg-1", NOW.plusSeconds(1));

    private long appended(Draft... drafts) {
        return ledger().write(transaction -> {
            List.of(drafts).forEach(transaction::append);
            return transaction.moveCursor("last");
        });
    }

    private List<JournalEntry> entries(long after) {
        List<JournalEntry> entries = new ArrayList<>();
        ledger().journal(after, entries::add);
        return entries;
    }

    @Test
    void entries_are_numbered_without_gaps_and_chained_and_come_back_as_they_were() {
        Draft strange = new Draft(
                NOW,
                JournalKind.DECIDED,
                "",
                0,
                "",
                "ana",
                "İıß 🐭 \"q\" \n\u0000 end",
                Map.of("", "", "k\u0000", "v"));
        appended(Samples.draft("one"), strange);
        appended(Samples.draft("three"));

        List<JournalEntry> entries = entriesAfterReopening();
        assertThat(entries).extracting(JournalEntry::seq).containsExactly(1L, 2L, 3L);
        assertThat(entries)
                .extracting(JournalEntry::draft)
                .containsExactly(Samples.draft("one"), strange, Samples.draft("three"));
        assertThat(entries.get(0).previous()).isEqualTo("0".repeat(64));
        assertThat(entries.get(1).previous()).isEqualTo(entries.get(0).hash());
        assertThat(entries.get(2).previous()).isEqualTo(entries.get(1).hash());
        assertThat(ledger().verify().faults()).isEmpty();
        assertThat(ledger().verify().entries()).isEqualTo(3);
        assertThat(ledger().verify().head()).isEqualTo(entries.get(2).hash());
        assertThat(entries(2)).containsExactly(entries.get(2));
    }

    private List<JournalEntry> entriesAfterReopening() {
        reopened();
        return entries(0);
    }

    @Test
    void a_text_that_is_no_valid_unicode_does_not_break_the_chain() {
        appended(Samples.draft("half a pair: \ud83d, the other: \udc2d"), Samples.draft("after"));

        assertThat(reopened().verify().faults()).isEmpty();
    }

    @Test
    void a_cursor_moves_to_the_present_end() {
        assertThat(ledger().cursor("digest")).isZero();
        long end = ledger().write(transaction -> {
            transaction.append(Samples.draft("one"));
            transaction.append(Samples.draft("two"));
            return transaction.moveCursor("digest");
        });

        assertThat(end).isEqualTo(2);
        assertThat(reopened().cursor("digest")).isEqualTo(2);
        assertThat(ledger().cursor("another")).isZero();
    }

    @Test
    void an_intent_is_unfinished_until_its_result_is_known_and_both_are_journalled() {
        Case ida = opened(Samples.fresh("Ida"));
        Intent intent = Samples.intent("step-1", ida.id());
        intended(intent);
        intended(Samples.intent("digest-1"));

        assertThat(reopened().unfinished()).containsExactly(intent, Samples.intent("digest-1"));
        finished("step-1", SENT);
        assertThat(ledger().unfinished()).extracting(Intent::key).containsExactly("digest-1");
        assertThat(ledger().findIntent("step-1"))
                .isEqualTo(new Intent("step-1", intent.kind(), WORKFLOW, intent.cases(), intent.payload(), NOW, SENT));
        assertThat(ledger().findIntent("none")).isNull();
        assertThat(entries(0))
                .extracting(entry -> entry.draft().kind())
                .containsExactly(JournalKind.INTENT, JournalKind.INTENT, JournalKind.OUTCOME);
        Draft outcome = entries(2).getFirst().draft();
        assertThat(outcome.caseId()).isEqualTo(ida.id());
        assertThat(outcome.subject()).isEqualTo("github/acme:ida");
        assertThat(outcome.text()).isEqualTo("sent: 250 ok");
        assertThat(outcome.data()).containsEntry("key", "step-1").containsEntry("remoteId", "msg-1");
    }

    @Test
    void a_key_is_used_once_for_ever() {
        intended(Samples.intent("step-1"));
        finished("step-1", SENT);

        assertThatThrownBy(() -> intended(Samples.intent("step-1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("intent step-1 was written down before; every effect needs a key of its own");
    }

    @Test
    void a_result_for_an_unknown_or_finished_intent_is_refused() {
        intended(Samples.intent("step-1"));
        finished("step-1", SENT);

        assertThatThrownBy(() -> finished("step-1", SENT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("intent step-1 is finished already: sent at " + SENT.at());
        assertThatThrownBy(() -> finished("none", SENT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("there is no intent none; nothing can have come of it");
        assertThat(entries(0)).hasSize(2);
    }

    private void intended(Intent intent) {
        ledger().write(transaction -> {
            transaction.intend(intent);
            return intent;
        });
    }

    private void finished(String key, Intent.Result result) {
        ledger().write(transaction -> {
            transaction.finish(key, result);
            return key;
        });
    }
}
