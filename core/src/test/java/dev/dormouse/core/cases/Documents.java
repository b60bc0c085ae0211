package dev.dormouse.core.cases;

import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.workflow.Exemptions;
import dev.dormouse.core.workflow.Guards;
import dev.dormouse.core.workflow.ReviewStage;
import dev.dormouse.core.workflow.ReviewStage.Templates;
import dev.dormouse.core.workflow.Selection;
import dev.dormouse.core.workflow.Selection.Combine;
import dev.dormouse.core.workflow.Selection.NeverActive;
import dev.dormouse.core.workflow.Step;
import dev.dormouse.core.workflow.Step.OnError;
import dev.dormouse.core.workflow.Window;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.core.workflow.Workflow.Fingerprints;
import dev.dormouse.core.workflow.Workflow.IfIgnored;
import dev.dormouse.core.workflow.Workflow.OnBounce;
import dev.dormouse.core.workflow.Workflow.OnReturn;
import dev.dormouse.core.workflow.Workflow.Review;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Workflow documents for tests; change one thing with the methods of {@link Builder}. */
final class Documents {

    static final SubjectKey SUBJECT = new SubjectKey("github/acme", "user-0001");

    private Documents() {}

    static Builder github() {
        return new Builder();
    }

    static final class Builder {

        private List<ReviewStage> stages = List.of(new ReviewStage(
                List.of(ReviewStage.OWNER),
                new Window.Calendar(Period.ofMonths(1)),
                List.of(new Window.Elapsed(Duration.ofDays(7)), new Window.Elapsed(Duration.ofDays(1))),
                "people",
                new Templates("announce", "remind")));
        private IfIgnored ifIgnored = IfIgnored.REMOVE;
        private OnReturn onReturn = OnReturn.STOP;
        private OnBounce onBounce = OnBounce.HOLD;
        private NeverActive neverActive = NeverActive.SINCE_CREATED;
        private OnError onError = OnError.STOP;
        private List<Step> removal = List.of();
        private List<Step.FollowUp> followUp = List.of();

        Builder stages(List<ReviewStage> newStages) {
            stages = newStages;
            return this;
        }

        Builder ifIgnored(IfIgnored value) {
            ifIgnored = value;
            return this;
        }

        Builder onReturn(OnReturn value) {
            onReturn = value;
            return this;
        }

        Builder onBounce(OnBounce value) {
            onBounce = value;
            return this;
        }

        Builder neverActive(NeverActive value) {
            neverActive = value;
            return this;
        }

        Builder onError(OnError value) {
            onError = value;
            return this;
        }

        Builder removal(Step... steps) {
            removal = List.of(steps);
            return this;
        }

        Builder followUp(Step... steps) {
            followUp = Stream.of(steps)
                    .map(step -> new Step.FollowUp(new Window.Elapsed(Duration.ofDays(60)), step))
                    .toList();
            return this;
        }

        Workflow build() {
            return new Workflow(
                    "dormant",
                    Workflow.Trigger.DORMANCY,
                    List.of("github/acme"),
                    new Selection(List.of(), Combine.ANY_ACTIVE_CLEARS, neverActive, List.of()),
                    Exemptions.none(),
                    Guards.none(),
                    new Review(stages, ifIgnored, onReturn, onBounce),
                    removal.isEmpty()
                            ? List.of(
                                    new Step.Act("github.remove-member", onError),
                                    new Step.Notify("owner", "removed", "people"))
                            : removal,
                    followUp,
                    new Window.Elapsed(Duration.ofDays(90)),
                    List.of(),
                    ZoneOffset.UTC,
                    new Fingerprints("w", "s", "a"),
                    "");
        }
    }
}
