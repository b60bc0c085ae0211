package dev.dormouse.app.storm;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseState.Ended;
import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.core.cases.CaseState.Held;
import dev.dormouse.core.cases.CaseState.HoldReason;
import dev.dormouse.core.cases.Trigger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether everybody ended as they had to: no case is lost, and none went further than it should. */
final class Ends {

    private final World world;
    private final Books books;
    private final List<String> faults = new ArrayList<>();

    Ends(World world, Books books) {
        this.world = world;
        this.books = books;
    }

    List<String> faults() {
        for (Person person : world.plan.people()) {
            person.organizations().forEach(organization -> check(person, organization));
        }
        return faults;
    }

    private void check(Person person, String organization) {
        if (world.tooLate.contains(person.login())) {
            notDecided(person, organization);
            return;
        }
        switch (person.fate()) {
            case ACTIVE -> {
                member(person, organization, true);
                require(about(person, organization).isEmpty(), person, organization, "no case");
            }
            case REMOVED -> {
                member(person, organization, false);
                ended(person, organization, Ending.REMOVED);
            }
            case RESTORED -> restored(person, organization);
            case RETURNS -> stays(person, organization, Ending.RETURNED);
            case RETURNS_LATE -> {
                boolean removed =
                        world.removals.stream().anyMatch(one -> one.subject().equals(subject(person, organization)));
                member(person, organization, !removed);
                ended(person, organization, removed ? Ending.REMOVED : Ending.RETURNED);
            }
            case LEAVES -> {
                member(person, organization, false);
                ended(person, organization, Ending.GONE);
            }
            case EXEMPTED -> stays(person, organization, Ending.EXEMPTED);
            case KEPT -> stays(person, organization, Ending.KEPT);
            case CANCELLED -> stays(person, organization, Ending.CANCELLED);
            case BOUNCES -> held(person, organization, HoldReason.BOUNCED);
            case NO_ADDRESS -> held(person, organization, HoldReason.NO_ADDRESS);
            case HELD -> held(person, organization, HoldReason.BY_PERSON);
            case RELEASED -> notDecided(person, organization);
        }
    }

    /** The case went its way, to the removal or not yet. */
    private void notDecided(Person person, String organization) {
        Case one = first(person, organization);
        require(one != null, person, organization, "a case");
        member(person, organization, one == null || one.isOpen());
    }

    private void restored(Person person, String organization) {
        member(person, organization, true);
        ended(person, organization, Ending.REMOVED);
        String role = world.gitHub.organization(organization).teamRole("payments", person.login());
        require("maintainer".equals(role), person, organization, "their team back");
        List<Case> restores = about(person, organization).stream()
                .filter(one -> one.trigger() instanceof Trigger.Restore)
                .toList();
        require(
                restores.size() == 1
                        && restores.getFirst().state() instanceof Ended end
                        && end.ending() == Ending.RESTORED,
                person,
                organization,
                "one restore that ended");
    }

    private void stays(Person person, String organization, Ending ending) {
        member(person, organization, true);
        ended(person, organization, ending);
    }

    private void held(Person person, String organization, HoldReason reason) {
        member(person, organization, true);
        Case one = first(person, organization);
        require(
                one != null && one.state() instanceof Held held && held.reason() == reason,
                person,
                organization,
                "a case held because of " + reason);
    }

    private void ended(Person person, String organization, Ending ending) {
        Case one = first(person, organization);
        require(
                one != null && one.state() instanceof Ended end && end.ending() == ending,
                person,
                organization,
                "a case that ended as " + ending);
        require(one == null || !after(one), person, organization, "no second case");
    }

    private boolean after(Case one) {
        return books.of(one.subject().toString()).stream()
                .anyMatch(other -> other.id() != one.id() && other.trigger() instanceof Trigger.Dormancy);
    }

    private void member(Person person, String organization, boolean is) {
        boolean there = world.gitHub.organization(organization).isMember(person.login());
        require(there == is, person, organization, is ? "a membership" : "no membership");
    }

    private @Nullable Case first(Person person, String organization) {
        return about(person, organization).stream().findFirst().orElse(null);
    }

    private List<Case> about(Person person, String organization) {
        return books.of(subject(person, organization));
    }

    static String subject(Person person, String organization) {
        return "github/" + organization + ":" + person.login();
    }

    private void require(boolean holds, Person person, String organization, String what) {
        if (!holds) {
            faults.add(person.login() + " of " + organization + " should have " + what + ", and has "
                    + about(person, organization).stream().map(Case::state).toList());
        }
    }
}
