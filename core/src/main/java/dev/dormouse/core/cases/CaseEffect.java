package dev.dormouse.core.cases;

import dev.dormouse.core.workflow.Step;
import java.time.Instant;
import java.util.List;

/** What is to be done for a case next; data, performed by the engine. */
public sealed interface CaseEffect {

    /**
     * The first notice of a stage.
     *
     * @param deadline told to the person; kept even if the notice has to be sent again after a crash
     */
    record Announce(int stage, List<String> ask, String template, String channel, Instant deadline)
            implements CaseEffect {}

    /**
     * A reminder of a stage.
     *
     * @param number counts from 1; earlier ones that were missed are passed over
     */
    record Remind(int stage, int number, List<String> ask, String template, String channel, Instant deadline)
            implements CaseEffect {}

    /** A step that acts on the remote system. */
    record Perform(int step, Step.Act act) implements CaseEffect {}

    /** A step that tells somebody. */
    record Tell(int step, Step.Notify message) implements CaseEffect {}

    /** Give back what was taken. */
    record GiveBack() implements CaseEffect {}

    /** A new case under the workflow for leavers. */
    record Offboard(String reason) implements CaseEffect {}

    /** A new case that gives back what this one took. */
    record OpenRestore() implements CaseEffect {}
}
