package dev.dormouse.core.workflow;

/** One line of {@code removal} or {@code followUp}. */
public sealed interface Step {

    /**
     * An action of the application's connector, for example {@code github.remove-member}.
     *
     * @param onError what happens next when it fails for good
     */
    record Act(String action, OnError onError) implements Step {}

    /**
     * A message. It is told, or waits for its channel; there is no other way to go on.
     *
     * @param to {@code owner}, or an address
     */
    record Notify(String to, String template, String channel) implements Step {}

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
}
