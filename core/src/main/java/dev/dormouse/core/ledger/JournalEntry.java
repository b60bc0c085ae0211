package dev.dormouse.core.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * One entry of the journal.
 *
 * @param seq counts from 1 without gaps
 * @param hash of this entry and the hash before it, SHA-256 in hexadecimal
 */
public record JournalEntry(long seq, Draft draft, String previous, String hash) {

    /**
     * What is written down.
     *
     * @param caseId 0 where no case is concerned
     * @param actor who did it: {@code dormouse}, or the name of a person
     * @param text one line for the reader
     * @param data the details, by name; never a credential
     */
    public record Draft(
            Instant at,
            JournalKind kind,
            String workflow,
            long caseId,
            String subject,
            String actor,
            String text,
            Map<String, String> data) {

        public Draft {
            data = java.util.Collections.unmodifiableMap(new TreeMap<>(data));
        }
    }
}
