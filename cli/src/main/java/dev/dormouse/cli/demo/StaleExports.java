package dev.dormouse.cli.demo;

import dev.dormouse.core.cases.CaseState.Held;
import dev.dormouse.core.cases.CaseState.HoldReason;
import dev.dormouse.engine.PassResult;

/** The deadline has passed, but the exports are older than it: nobody is removed on yesterday's evidence. */
final class StaleExports {

    private StaleExports() {}

    static void play(Stage stage) {
        stage.at(Calendar.STALE, "the deadline has passed, but the exports are of yesterday");
        Person late = stage.population().only(Habit.RETURNS_LATE);
        PassResult result = stage.run();
        if (!(stage.caseOf(late).state() instanceof Held held)) {
            throw new StoryBroken("the case of " + late.login() + " is not held in spite of stale exports");
        }
        stage.narrator().say(result.count("held") + " cases are held instead of removed:");
        stage.narrator().quote(held.detail());
        stage.narrator()
                .say("Rightly so: " + late.login() + " signed in last night, and those exports cannot know it.");
        StoryBroken.unlessEqual("why it is held", HoldReason.STALE_EVIDENCE, held.reason());
        StoryBroken.unless(
                held.detail().contains("people-page-acme") && held.detail().contains("audit-log"),
                "the hold does not name the exports: " + held.detail());
        for (String organization : Population.ORGANIZATIONS) {
            StoryBroken.unless(
                    stage.standIns().organization(organization).removals().isEmpty(),
                    "somebody was removed from " + organization + " on stale evidence");
        }
    }
}
