package dev.dormouse.core.workflow;

import org.jspecify.annotations.Nullable;

/** One line of {@code removal} or {@code followUp}. */
public sealed interface Step {

    /**
     * What happens next when the step fails.
     */
    OnError onError();

    /** An action of the application's connector, for example {@code github.remove-member}. */
    record Act(String action, OnError onError) implements Step {}

    /**
     * A message.
     *
     * @param to {@code owner}, or an address
     */
    record Notify(String to, String template, String channel, OnError onError) implements Step {}

    /** What a failure means for the steps behind it. */
    enum OnError {
        STOP,
        CONTINUE,
        RETRY
    }

    /**
     * A step of the follow-up.
     *
     * @param after days after the trigger
     */
    record FollowUp(Window after, Step step) {}

    static @Nullable String actionOf(Step step) {
        return step instanceof Act act ? act.action() : null;
    }
}
