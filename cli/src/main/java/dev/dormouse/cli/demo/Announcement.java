package dev.dormouse.cli.demo;

import dev.dormouse.core.cases.CaseState;
import dev.dormouse.engine.PassResult;
import dev.dormouse.sandbox.notify.SentMail;
import java.util.List;

/** Everybody is asked; one has no address, and two mails come back. */
final class Announcement {

    private Announcement() {}

    static void play(Stage stage) {
        ask(stage);
        bounces(stage);
    }

    private static void ask(Stage stage) {
        stage.at(Calendar.ANNOUNCEMENT, "everybody is asked, with a deadline");
        PassResult result = stage.run();
        List<SentMail> sent = stage.standIns().govNotify().sent();
        Person unknown = stage.population().only(Habit.NO_ADDRESS);
        stage.narrator()
                .say(result.count("announced") + " memberships announced in " + sent.size()
                        + " mails by GOV.UK Notify: who is dormant in both gets one.");
        stage.narrator().say("Nobody knows an address of " + unknown.login() + ": held, a person decides.");
        SentMail first = sent.getFirst();
        stage.narrator().say("What " + first.address() + " reads:");
        stage.narrator().quote(NotifyTemplate.ANNOUNCE.filled(first.personalisation()));
        StoryBroken.unlessEqual(
                "announced memberships", stage.population().dormantAccounts() - 1, result.count("announced"));
        StoryBroken.unlessEqual(
                "people who were written to",
                (long) sent.size(),
                sent.stream().map(SentMail::address).distinct().count());
        requireHeld(stage, List.of(unknown));
    }

    private static void bounces(Stage stage) {
        stage.at(Calendar.BOUNCES, "did the mails arrive?");
        List<Person> bounced = stage.population().with(Habit.BOUNCES);
        PassResult result = stage.run();
        stage.narrator()
                .say(result.count("held") + " came back ("
                        + String.join(
                                ", ", bounced.stream().map(Person::address).toList())
                        + "): held, never removed in silence. Slack hears of it:");
        stage.narrator().quote(Digests.last(stage));
        requireHeld(stage, bounced);
    }

    private static void requireHeld(Stage stage, List<Person> people) {
        for (Person person : people) {
            StoryBroken.unless(
                    stage.caseOf(person).state() instanceof CaseState.Held,
                    "the case of " + person.login() + " is not held");
        }
    }
}
