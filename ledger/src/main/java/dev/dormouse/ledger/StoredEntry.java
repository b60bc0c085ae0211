package dev.dormouse.ledger;

import dev.dormouse.core.ledger.JournalEntry;
import dev.dormouse.core.ledger.JournalEntry.Draft;
import dev.dormouse.core.ledger.JournalKind;

/**
 * An entry of the journal exactly as its columns hold it; the hash is over these, so that checking it depends on nothing
 * that could change its spelling.
 *
 * @param made microseconds since the epoch
 * @param details JSON
 */
record StoredEntry(
        long seq,
        long made,
        String kind,
        String workflow,
        long caseId,
        String subject,
        String actor,
        String words,
        String details,
        String previous) {

    static StoredEntry after(Head head, Draft draft) {
        return new StoredEntry(
                head.seq() + 1,
                Instants.micros(draft.at()),
                draft.kind().name(),
                draft.workflow(),
                draft.caseId(),
                draft.subject(),
                draft.actor(),
                draft.text(),
                Json.writeWords(draft.data()),
                head.hash());
    }

    JournalEntry withHash(String hash) {
        Draft draft = new Draft(
                Instants.instant(made),
                JournalKind.valueOf(kind),
                workflow,
                caseId,
                subject,
                actor,
                words,
                Json.readWords(details));
        return new JournalEntry(seq, draft, previous, hash);
    }
}
