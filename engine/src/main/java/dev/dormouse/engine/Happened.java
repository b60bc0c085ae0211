package dev.dormouse.engine;

import dev.dormouse.core.ledger.JournalEntry;
import dev.dormouse.core.ledger.JournalEntry.Draft;
import dev.dormouse.core.ledger.Ledger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happened to the cases of one workflow since a position in the journal, by event. */
record Happened(Map<String, List<Draft>> byEvent, JournalHead head) {

    /** The last entry that was read. */
    record JournalHead(long seq, String hash) {}

    static Happened since(Ledger ledger, String workflow, long afterSeq) {
        Map<String, List<Draft>> byEvent = new LinkedHashMap<>();
        JournalEntry[] last = new JournalEntry[1];
        ledger.journal(afterSeq, entry -> {
            last[0] = entry;
            String event = event(entry.draft());
            if (entry.draft().workflow().equals(workflow) && !event.isEmpty()) {
                byEvent.computeIfAbsent(event, key -> new ArrayList<>()).add(entry.draft());
            }
        });
        JournalEntry end = last[0];
        return new Happened(
                byEvent, end == null ? new JournalHead(afterSeq, "") : new JournalHead(end.seq(), end.hash()));
    }

    List<Draft> of(String event) {
        return byEvent.getOrDefault(event, List.of());
    }

    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        byEvent.forEach((event, drafts) -> counts.put(event, (long) drafts.size()));
        return counts;
    }

    private static String event(Draft draft) {
        return switch (draft.kind()) {
            case OPENED -> "opened";
            case MOVED, ENDED, DECIDED, SET_OUTCOME -> draft.data().getOrDefault("event", "");
            case PLANNED -> "planned";
            case QUARANTINED -> "quarantined";
            case PROPOSED -> "proposed";
            case APPROVED -> "approved";
            case RELEASED -> "released";
            case SOURCE -> "source";
            case ACCESS, INTENT, OUTCOME, SET_INTENT -> "";
        };
    }
}
