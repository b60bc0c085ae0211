package dev.dormouse.core.workflow;

import dev.dormouse.core.workflow.Step.Act;
import dev.dormouse.core.workflow.Step.FollowUp;
import dev.dormouse.core.workflow.Step.Notify;
import dev.dormouse.core.workflow.Step.OnError;
import dev.dormouse.core.yaml.Keys;
import dev.dormouse.core.yaml.Shown;
import dev.dormouse.core.yaml.Yaml;
import dev.dormouse.core.yaml.Yaml.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code removal} and {@code followUp}. Whether there is such an action only its connector knows. */
final class StepsReader {

    private static final String ACTION = "[a-z0-9][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)+";

    private final Document document;
    private final Keys workflow;

    StepsReader(Document document, Keys workflow) {
        this.document = document;
        this.workflow = workflow;
    }

    List<Step> removal() {
        List<Step> steps = new ArrayList<>();
        List<Yaml> items = workflow.items("removal");
        for (int i = 0; i < items.size(); i++) {
            Keys step = keys("removal step ", i, items.get(i));
            steps.add(step(step));
            step.refuseOthers();
        }
        return steps;
    }

    List<FollowUp> followUp() {
        List<FollowUp> steps = new ArrayList<>();
        List<Yaml> items = workflow.items("followUp");
        Duration latest = Duration.ZERO;
        for (int i = 0; i < items.size(); i++) {
            Keys step = keys("followUp step ", i, items.get(i));
            Window after = document.window(step, "after");
            if (Windows.roughly(after).compareTo(latest) < 0) {
                step.fault("after", "is earlier than the step before it; write the steps in the order of time");
            }
            latest = Windows.roughly(after);
            steps.add(new FollowUp(after, step(step)));
            step.refuseOthers();
        }
        if (!items.isEmpty() && workflow.items("removal").isEmpty()) {
            workflow.fault("followUp", "needs 'removal': it is what comes after it");
        }
        return steps;
    }

    private Keys keys(String kind, int index, Yaml item) {
        return Keys.of(item, "in " + kind + (index + 1) + " of workflow " + document.name(), document.faults());
    }

    private Step step(Keys step) {
        Text action = step.text("do");
        OnError onError = step.word("onError", OnError.STOP);
        if (action == null) {
            return new Act("", onError);
        }
        if (action.value().equals("notify")) {
            return message(step);
        }
        if (action.value().equals("task")) {
            step.fault("do", "cannot be task: tasks for people are not supported yet in this version");
        } else if (!action.value().matches(ACTION)) {
            step.fault(
                    "do",
                    "must be notify or an action such as github.remove-member, not " + Shown.value(action.value()));
        }
        return new Act(action.value(), onError);
    }

    /** With {@code onError} too, which means nothing here: documents that were kept with their version may have it. */
    private Notify message(Keys step) {
        Text to = step.findText("to");
        if (to != null) {
            document.requireRecipient(to, step);
        }
        if (!step.has("template")) {
            document.faults().add(step.at(), "missing key 'template' " + step.where());
        }
        return new Notify(
                to == null ? ReviewStage.OWNER : to.value(),
                document.template(step, "template", ""),
                document.channel(step));
    }
}
