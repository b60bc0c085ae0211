package dev.dormouse.core.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is asked.
 *
 * @param ask {@code owner}, or addresses of people
 * @param within from the notice to the deadline, rounded up to the end of the day in the workflow's zone
 * @param remind how long before the deadline, longest first
 * @param channel the name of the channel the notice goes by
 */
public record ReviewStage(List<String> ask, Window within, List<Window> remind, String channel, Templates templates) {

    public static final String OWNER = "owner";

    public ReviewStage {
        ask = List.copyOf(ask);
        remind = List.copyOf(remind);
    }

    public boolean asksOwner() {
        return ask.contains(OWNER);
    }

    public boolean asksSeveral() {
        return ask.size() > 1;
    }

    /** The names of the templates of the first notice and of the reminders. */
    public record Templates(String announce, @Nullable String remind) {}
}
