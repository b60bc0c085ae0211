package dev.dormouse.cli.demo;

import dev.dormouse.core.ledger.WorkflowStatus.Quarantine;
import dev.dormouse.engine.PassResult;

/** A guard stops the pass because it would remove many; released, it removes exactly those. */
final class GuardedRemoval {

    private GuardedRemoval() {}

    static void play(Stage stage) {
        guard(stage);
        removal(stage);
    }

    private static void guard(Stage stage) {
        stage.exportsAreMade(Calendar.NEW_EXPORTS);
        stage.at(Calendar.GUARD, "new exports");
        PassResult result = stage.run();
        Quarantine quarantine =
                StoryBroken.unlessPresent(result.status().quarantine(), "the guard maxRemoved did not stop the pass");
        StoryBroken.unless(
                stage.standIns().organization(Population.ACME).removals().isEmpty(), "the guard stopped nothing");
        stage.narrator().say(result.count("returned") + " more came back in time and are left alone.");
        stage.narrator().say("Stopped by the " + quarantine.reason() + ".");
        stage.narrator().command("release " + Stage.WORKFLOW);
        stage.narrator().say(stage.desk(desk -> desk.release(Stage.WORKFLOW, Stage.OPERATOR)));
    }

    private static void removal(Stage stage) {
        stage.at(Calendar.REMOVAL, "the rest are removed");
        PassResult result = stage.run();
        stage.narrator()
                .say(result.count("removed") + " memberships removed. Role and teams were written down first, and"
                        + " each person was told how to come back. The digest at Slack and by mail:");
        stage.narrator().quote(Digests.last(stage));
        StoryBroken.unlessEqual("removed memberships", stage.population().removedAccounts(), result.count("removed"));
        String seats = "Removed " + stage.population().removedAccounts() + " account(s); "
                + stage.population().freedSeats() + " seat(s) are free.";
        StoryBroken.unless(Digests.newest(stage).text().contains(seats), "the digest at Slack does not say: " + seats);
        StoryBroken.unless(
                stage.standIns()
                        .mail()
                        .messagesTo(StandIns.OPERATORS)
                        .getLast()
                        .text()
                        .contains(seats),
                "the digest by mail does not say: " + seats);
        stage.narrator()
                .say(stage.population().with(Habit.SPLIT).size()
                        + " people stay in acme-data, which they use: their seats are not free.");
    }
}
