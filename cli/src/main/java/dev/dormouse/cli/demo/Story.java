package dev.dormouse.cli.demo;

import java.util.List;
import java.util.function.Consumer;

/** The whole job, act by act. */
final class Story {

    private static final List<Consumer<Stage>> ACTS = List.of(
            FirstLook::play,
            Announcement::play,
            MonthOfWaiting::play,
            StaleExports::play,
            GuardedRemoval::play,
            WayBack::play,
            Reckoning::play);

    private Story() {}

    /** @throws StoryBroken where something does not hold */
    static void tell(Stage stage) {
        ACTS.forEach(act -> act.accept(stage));
    }
}
