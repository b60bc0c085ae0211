package dev.dormouse.app;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.condition.Fact;
import dev.dormouse.core.workflow.Workflow;
import java.util.List;
import java.util.stream.Collectors;

/** What becomes of the condition of a workflow where every day of the past is judged. */
final class PastCondition {

    private PastCondition() {}

    /** @throws UseCaseException where the condition asks what no day of the past can tell */
    static void refuseUnknown(Workflow workflow) {
        Condition when = workflow.selection().when();
        if (when == null) {
            return;
        }
        if (workflow.selection().conditionAlone()) {
            throw new UseCaseException("the condition ('when') of workflow " + workflow.name()
                    + " decides alone; a look at the past tries lengths of inactivity in the place of 'inactiveFor', so the"
                    + " workflow must have one");
        }
        String refused = when.asks().stream()
                .filter(Fact::isOfActivity)
                .map(Fact::toString)
                .collect(Collectors.joining(", "));
        if (!refused.isEmpty()) {
            throw new UseCaseException("the condition ('when') of workflow " + workflow.name() + " asks " + refused
                    + ", which is known for today alone, so the past of the workflow cannot be worked out; test a copy of"
                    + " it without that");
        }
    }

    /** What the reader has to know about it. */
    static List<String> notes(Workflow workflow) {
        return workflow.selection().when() == null
                ? List.of()
                : List.of(
                        "Only accounts for which the condition ('when') is true: what it asks of accounts is as of today.");
    }
}
