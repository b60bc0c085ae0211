package dev.dormouse.cli.demo;

import dev.dormouse.sandbox.slack.Posted;
import java.util.ArrayList;
import java.util.List;

/** What the operators were told. */
final class Digests {

    private static final int LINES = 2;
    private static final int WIDTH = 100;

    private Digests() {}

    static Posted newest(Stage stage) {
        List<Posted> posted = stage.standIns().slack().messages(StandIns.SLACK_CHANNEL);
        StoryBroken.unless(!posted.isEmpty(), "nothing was posted to Slack");
        return posted.getLast();
    }

    /** The newest digest at Slack, with the first lines of each list alone. */
    static String last(Stage stage) {
        List<String> lines = new ArrayList<>();
        int listed = 0;
        for (String line :
                newest(stage).text().lines().filter(one -> !one.isBlank()).toList()) {
            listed = line.startsWith("- ") ? listed + 1 : 0;
            if (listed == LINES + 1) {
                lines.add("- …");
            } else if (listed <= LINES) {
                lines.add(line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line);
            }
        }
        return String.join("\n", lines);
    }
}
