package dev.dormouse.cli.demo;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseState.Ended;
import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.core.cases.CaseState.Restoring;
import dev.dormouse.sandbox.github.StandInOrganization;

/** One of the removed asks for the account and gets it back as it was. */
final class WayBack {

    private static final String TEAM = "payments";

    private WayBack() {}

    static void play(Stage stage) {
        Person person = stage.population().only(Habit.RESTORED);
        StandInOrganization organization = stage.standIns().organization(Population.ACME);
        invite(stage, person);
        accept(stage, person, organization);
        giveBack(stage, person, organization);
    }

    private static void invite(Stage stage, Person person) {
        stage.at(Calendar.RESTORE, person.login() + " writes: I still need it");
        stage.narrator().command("restore " + person.login());
        Case restore =
                stage.desk(desk -> desk.restore(person.login(), Stage.OPERATOR)).getFirst();
        if (!(restore.state() instanceof Restoring restoring)) {
            throw new StoryBroken("the restore of " + person.login() + " does not wait: " + restore.state());
        }
        stage.narrator().say(restoring.pending());
    }

    private static void accept(Stage stage, Person person, StandInOrganization organization) {
        stage.at(Calendar.ACCEPTANCE, person.login() + " accepts the invitation");
        organization.acceptInvitations(person.login());
        organization.removeTeam(TEAM);
        organization.addToTeam(TEAM, stage.population().owner(Population.ACME).login(), "maintainer");
        StoryBroken.unless(organization.isMember(person.login()), person.login() + " is no member after accepting");
        stage.narrator()
                .say("GitHub gives back what it kept; but the team " + TEAM
                        + " was made anew meanwhile, without them.");
    }

    private static void giveBack(Stage stage, Person person, StandInOrganization organization) {
        stage.exportsAreMade(Calendar.LAST_EXPORTS);
        stage.at(Calendar.END, "the next run gives back what is missing");
        stage.run();
        if (!(stage.caseOf(person).state() instanceof Ended ended)) {
            throw new StoryBroken("the restore of " + person.login() + " has not ended");
        }
        stage.narrator().say(ended.detail());
        StoryBroken.unlessEqual("the end of the restore", Ending.RESTORED, ended.ending());
        StoryBroken.unlessEqual(
                "the role of " + person.login() + " in " + TEAM,
                "maintainer",
                String.valueOf(organization.teamRole(TEAM, person.login())));
    }
}
