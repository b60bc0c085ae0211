package dev.dormouse.app;

import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.ledger.Ledger.Verification;
import java.util.ArrayList;
import java.util.List;

/**
 * That nobody changed the journal: its own chain of hashes, and against a head that a digest told, without which the whole
 * chain could have been written anew.
 *
 * @param head {@code NUMBER:HASH}; empty for none
 */
record JournalProof(String head) {

    Verification of(Ledger ledger) {
        Verification chain = ledger.verify();
        if (head.isEmpty()) {
            return chain;
        }
        List<String> faults = new ArrayList<>(chain.faults());
        if (Long.parseLong(head.substring(0, head.indexOf(':'))) > chain.entries()) {
            faults.add(tooShort(chain.entries()));
        } else if (!isIn(ledger)) {
            faults.add("no entry is " + head + ": the journal is not the one that told this head");
        }
        return new Verification(chain.entries(), chain.head(), faults);
    }

    /** Where nothing was ever decided there is no journal, and nothing to be wrong with it. */
    Verification ofNothing() {
        return new Verification(0, "", head.isEmpty() ? List.of() : List.of(tooShort(0)));
    }

    private boolean isIn(Ledger ledger) {
        boolean[] found = new boolean[1];
        ledger.journal(0, entry -> found[0] |= (entry.seq() + ":" + entry.hash()).equals(head));
        return found[0];
    }

    private String tooShort(long entries) {
        return "the journal has only " + entries + " entries: its end was cut off, or it is not the one that told "
                + head;
    }
}
