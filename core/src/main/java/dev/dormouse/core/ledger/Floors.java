package dev.dormouse.core.ledger;

import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.core.judging.SubjectEvidence.Floor;
import dev.dormouse.core.ledger.Ledger.LastEnding;
import dev.dormouse.core.observations.SubjectKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From the ends of cases: since when the inactivity of an account may count at the earliest. */
public final class Floors {

    private Floors() {}

    /** Who was kept or restored is judged again from that moment. */
    public static Map<SubjectKey, Floor> of(List<LastEnding> endings) {
        Map<SubjectKey, Floor> floors = new HashMap<>();
        for (LastEnding last : endings) {
            if (last.ending() == Ending.KEPT || last.ending() == Ending.RESTORED) {
                floors.put(last.subject(), new Floor(last.at(), last.ending() == Ending.KEPT ? "kept" : "restored"));
            }
        }
        return floors;
    }
}
