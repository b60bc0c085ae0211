package dev.dormouse.cli.demo;

import dev.dormouse.core.ledger.Ledger.Verification;
import dev.dormouse.sandbox.github.StandInOrganization;
import dev.dormouse.sandbox.notify.SentMail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds what the stand-ins saw against what should have happened, person by person. */
final class Reckoning {

    private final Stage stage;

    private Reckoning(Stage stage) {
        this.stage = stage;
    }

    static void play(Stage stage) {
        Reckoning act = new Reckoning(stage);
        stage.narrator().heading("what the stand-ins saw");
        Population.ORGANIZATIONS.forEach(act::memberships);
        act.seats();
        act.mails();
        act.journal();
        new Reasons(stage).show(stage.population().only(Habit.ONLY_AUTH0));
    }

    /** Exactly those are gone who should be, each removed once. */
    private void memberships(String login) {
        StandInOrganization organization = stage.standIns().organization(login);
        Map<String, Integer> expected = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Person person : stage.population().in(login)) {
            if (person.isRemovedFrom(login)) {
                expected.put(person.login(), 1);
            }
            boolean back = person.habit() == Habit.RESTORED || !person.isRemovedFrom(login);
            boolean there = back && person.habit() != Habit.LEAVES;
            StoryBroken.unless(
                    organization.isMember(person.login()) == there,
                    person.login() + (there ? " is gone from " : " is still in ") + login);
        }
        StoryBroken.unlessEqual("removals from " + login, expected, organization.removals());
        stage.narrator()
                .say(login + ": " + expected.size() + " removed, each once, and none of them active; "
                        + stage.population().in(login).stream()
                                .filter(one -> organization.isMember(one.login()))
                                .count()
                        + " are members");
    }

    private void seats() {
        List<Person> without = stage.population().people().stream()
                .filter(one -> one.habit() != Habit.RESTORED && one.habit() != Habit.LEAVES)
                .filter(one -> Population.ORGANIZATIONS.stream()
                        .noneMatch(login -> stage.standIns().organization(login).isMember(one.login())))
                .toList();
        StoryBroken.unlessEqual(
                "seats that are free after the restore", stage.population().freedSeats() - 1, (long) without.size());
        stage.narrator()
                .say((without.size() + 1) + " seats became free; the one that was restored is taken again, and one more"
                        + " left without us");
    }

    private void mails() {
        Map<String, Integer> letters = new HashMap<>();
        List<SentMail> sent = stage.standIns().govNotify().sent();
        for (SentMail mail : sent) {
            letters.merge(mail.reference(), 1, Integer::sum);
        }
        letters.forEach((reference, count) -> StoryBroken.unlessEqual("mails with reference " + reference, 1, count));
        for (Person person : stage.population().people()) {
            mails(person);
        }
        stage.narrator().say(sent.size() + " mails to people, none of them twice");
    }

    private void mails(Person person) {
        Map<String, Integer> byTemplate = new HashMap<>();
        stage.standIns()
                .govNotify()
                .sentTo(person.address())
                .forEach(mail -> byTemplate.merge(mail.template(), 1, Integer::sum));
        boolean asked = person.habit() != Habit.NO_ADDRESS
                && person.organizations().stream().anyMatch(person::isDormantAtFirstIn);
        boolean removed = person.organizations().stream().anyMatch(person::isRemovedFrom);
        StoryBroken.unlessEqual(
                "announcements to " + person.login(),
                asked ? 1 : 0,
                byTemplate.getOrDefault(NotifyTemplate.ANNOUNCE.id(), 0));
        StoryBroken.unlessEqual(
                "farewells to " + person.login(),
                removed ? 1 : 0,
                byTemplate.getOrDefault(NotifyTemplate.REMOVED.id(), 0));
    }

    private void journal() {
        stage.narrator().command("journal verify");
        Verification verification = stage.desk(desk -> desk.verify(""));
        StoryBroken.unless(verification.faults().isEmpty(), "the journal is damaged: " + verification.faults());
        stage.narrator().say("intact: " + verification.entries() + " entries");
    }
}
