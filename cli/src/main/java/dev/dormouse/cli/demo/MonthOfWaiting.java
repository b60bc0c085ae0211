package dev.dormouse.cli.demo;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseLife.Decision;
import dev.dormouse.core.cases.CaseState;
import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.engine.PassResult;
import java.util.List;

/** People come back, leave, are kept or exempted; the others are reminded twice. */
final class MonthOfWaiting {

    private final Stage stage;
    private final Narrator narrator;

    private MonthOfWaiting(Stage stage) {
        this.stage = stage;
        this.narrator = stage.narrator();
    }

    static void play(Stage stage) {
        MonthOfWaiting act = new MonthOfWaiting(stage);
        act.decisions();
        act.reminder();
        act.lastReminder();
    }

    private void decisions() {
        stage.at(Calendar.DECISIONS, "answers come in");
        Person kept = stage.population().only(Habit.KEPT);
        Case about = stage.caseOf(kept);
        narrator.command("cases decide " + about.id() + " keep --reason \"needed for the audit\"");
        stage.desk(desk -> desk.decide(about.id(), Decision.KEEP, Stage.OPERATOR, "needed for the audit"));
        Person exempted = stage.population().only(Habit.EXEMPTED);
        narrator.say(exempted.login() + " is on leave: dormouse.yaml gets an exemption until 1 March 2025.");
        stage.configure(List.of("{login: " + exempted.login() + ", until: 2025-03-01, reason: parental leave}"));
        Person leaves = stage.population().only(Habit.LEAVES);
        stage.standIns().organization(Population.ACME).removeByHand(leaves.login());
        narrator.say(leaves.login() + " leaves the organisation. Others sign in again, as the mail asked.");
    }

    private void reminder() {
        stage.exportsAreMade(Calendar.REMINDER_EXPORTS);
        stage.at(Calendar.REMINDER, "new exports, and a week to go");
        PassResult result = stage.run();
        narrator.say(result.count("returned") + " memberships are used again and are left alone; "
                + result.count("exempted") + " exempt now, " + result.count("gone") + " gone by themselves.");
        narrator.say(result.count("reminded") + " are reminded.");
        stage.population().with(Habit.RETURNS).forEach(person -> requireEnding(person, Ending.RETURNED));
        requireEnding(stage.population().only(Habit.KEPT), Ending.KEPT);
        requireEnding(stage.population().only(Habit.EXEMPTED), Ending.EXEMPTED);
        requireEnding(stage.population().only(Habit.LEAVES), Ending.GONE);
        requireReminded(result);
    }

    private void lastReminder() {
        stage.exportsAreMade(Calendar.LAST_REMINDER_EXPORTS);
        stage.at(Calendar.LAST_REMINDER, "the last day");
        PassResult result = stage.run();
        narrator.say(result.count("reminded") + " are reminded once more.");
        requireReminded(result);
    }

    private void requireReminded(PassResult result) {
        long late = stage.population().with(Habit.RETURNS_LATE).size();
        StoryBroken.unlessEqual(
                "reminded memberships", stage.population().removedAccounts() + late, result.count("reminded"));
    }

    private void requireEnding(Person person, Ending ending) {
        CaseState state = stage.caseOf(person).state();
        StoryBroken.unless(
                state instanceof CaseState.Ended ended && ended.ending() == ending,
                "the case of " + person.login() + " is " + state + " and should have ended: " + ending);
    }
}
