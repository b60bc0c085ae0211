package dev.dormouse.app.storm;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseState.Held;
import dev.dormouse.core.cases.CaseState.HoldReason;
import dev.dormouse.core.cases.CaseState.Reviewing;
import dev.dormouse.core.ledger.JournalEntry;
import dev.dormouse.core.ledger.JournalKind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks through six weeks of an organisation, with the program killed wherever the storm says. */
final class Scenario {

    private final World world;
    private final Program program;
    private final Storm storm;
    private final List<String> log = new ArrayList<>();
    private final Deque<Event> meanwhile = new ArrayDeque<>();

    Scenario(World world, Program program, Storm storm) {
        this.world = world;
        this.program = program;
        this.storm = storm;
    }

    /** Something that happens outside. */
    private interface Event {

        void happen() throws IOException;
    }

    /** Everything that was done, for whoever has to understand a failure. */
    List<String> log() {
        return log;
    }

    void walk() throws IOException, InterruptedException {
        for (int day : world.plan.days()) {
            until(Plan.on(day));
            outside(day);
            boolean stale = world.plan.staleOnRemoval() && day == 31;
            if (!stale) {
                world.writeExports();
            }
            complete("run on day " + day, Command.of("run"));
            releaseIfStopped();
            if (day == 0) {
                complete("approve", Command.of("approve"));
                complete("announce", Command.of("run"));
            }
            decisions(day);
            restores(day);
            check(new Invariants(world).always());
        }
        for (int day = 47; day < 49; day++) {
            until(Plan.on(day));
            world.writeExports();
            program.run(world, Command.of("run"), world.clock.instant());
        }
        Invariants invariants = new Invariants(world);
        List<String> faults = invariants.inTheEnd();
        faults.addAll(new Ends(world, invariants.books()).faults());
        check(faults);
    }

    private void until(Instant instant) {
        if (world.clock.instant().isBefore(instant)) {
            world.clock.set(instant);
        }
    }

    /** Some of what happens on a day happens while the program lies dead. */
    private void outside(int day) throws IOException {
        for (Person person : world.plan.people()) {
            if (person.day() == day) {
                Event event = event(person);
                if (storm.meanwhile()) {
                    meanwhile.add(event);
                    continue;
                }
                event.happen();
            }
        }
    }

    private Event event(Person person) {
        return switch (person.fate()) {
            case RETURNS, RETURNS_LATE ->
                () -> {
                    log.add(person.login() + " comes back");
                    world.comesBack(person);
                    world.writeExports();
                };
            case LEAVES ->
                () -> {
                    log.add(person.login() + " leaves");
                    person.organizations()
                            .forEach(one -> world.gitHub.organization(one).removeByHand(person.login()));
                };
            case EXEMPTED ->
                () -> {
                    log.add(person.login() + " is exempted");
                    world.exempts(person);
                };
            case ACTIVE, REMOVED, RESTORED, BOUNCES, NO_ADDRESS, KEPT, CANCELLED, HELD, RELEASED -> () -> {};
        };
    }

    private void decisions(int day) throws IOException, InterruptedException {
        for (Person person : world.plan.people()) {
            boolean now = person.day() == day;
            List<Integer> days = world.plan.days();
            boolean next = days.indexOf(day) == days.indexOf(person.day()) + 1;
            String decision = switch (person.fate()) {
                case KEPT -> now ? "KEEP" : "";
                case CANCELLED -> now ? "CANCEL" : "";
                case HELD -> now ? "HOLD" : "";
                case RELEASED -> now ? "HOLD" : next ? "RELEASE" : "";
                case ACTIVE, REMOVED, RESTORED, RETURNS, RETURNS_LATE, LEAVES, EXEMPTED, BOUNCES, NO_ADDRESS -> "";
            };
            if (!decision.isEmpty()) {
                for (String organization : person.organizations()) {
                    Case open = books().open(Ends.subject(person, organization));
                    if (open == null) {
                        throw new AssertionError("no open case of " + person + " in " + organization + "\n" + this);
                    }
                    if (!canBe(decision, open)) {
                        // The program lay dead until after the deadline; then nobody can hold the case any more.
                        world.tooLate.add(person.login());
                        continue;
                    }
                    String id = Long.toString(open.id());
                    complete(decision + " " + person.login(), Command.of("decide", id, decision));
                    check(decided(open, decision) ? List.of() : List.of(decision + " of case " + id + " is lost"));
                }
            }
        }
    }

    private static boolean canBe(String decision, Case open) {
        return decision.equals("RELEASE")
                ? open.state() instanceof Held held && held.reason() == HoldReason.BY_PERSON
                : open.state() instanceof Reviewing;
    }

    private void restores(int day) throws IOException, InterruptedException {
        for (Person person : world.plan.with(Fate.RESTORED)) {
            if (day == Plan.RESTORED_ON) {
                complete("restore", Command.of("restore", person.login()));
                Plan.ORGANIZATIONS.forEach(one -> world.gitHub.organization(one).acceptInvitations(person.login()));
                world.comesBack(person);
            }
        }
    }

    private void releaseIfStopped() throws IOException, InterruptedException {
        while (books().status().quarantine() != null) {
            complete("release", Command.of("release"));
            world.clock.advance(Duration.ofMinutes(30));
            complete("run after release", Command.of("run"));
        }
    }

    /** Starts the command, is killed, starts it again, until it is done. */
    private void complete(String name, Command command) throws IOException, InterruptedException {
        List<Kill> kills = storm.kills(name);
        for (Kill kill : kills) {
            String where = program.runUntilKilled(world, command, kill);
            log.add(world.clock.instant() + " " + name + ": "
                    + (where == null ? "reached its end before " + kill : "killed " + where));
            storm.struck(where != null);
            check(new Invariants(world).always());
            happenNow();
            lieDead(storm.pause());
            if (where == null || isDone(command)) {
                after(name, where);
                return;
            }
            forbidOnce(name);
        }
        program.run(world, command, world.clock.instant());
        log.add(world.clock.instant() + " " + name + ": done");
        happenNow();
    }

    /** The calendar of the scenario still has to make sense: at most half a day beyond the next day of it. */
    private void lieDead(Duration pause) {
        Instant then = world.clock.instant().plus(pause);
        for (int day : world.plan.days()) {
            Instant next = Plan.on(day);
            if (next.isAfter(world.clock.instant())) {
                Instant latest = next.plus(Duration.ofHours(12));
                then = then.isAfter(latest) ? latest : then;
                break;
            }
        }
        until(then);
    }

    /** A run that was killed is made again even where the killed one had come to its end. */
    private void after(String name, @Nullable String where) throws IOException, InterruptedException {
        if (where != null) {
            program.run(world, Command.of("run"), world.clock.instant());
            log.add(world.clock.instant() + " run after " + name + ": done");
        }
    }

    private void forbidOnce(String name) {
        if (world.plan.forbiddenAfterKill() && name.startsWith("run")) {
            world.forbidList(true);
            program.run(world, Command.of("run"), world.clock.instant());
            world.forbidList(false);
            world.clock.advance(Duration.ofMinutes(10));
            log.add(world.clock.instant() + " a run that may not list members: done");
        }
    }

    /** Whether what a person ordered was written down before the kill: then it must not be ordered again. */
    private boolean isDone(Command command) {
        Books books = books();
        return switch (command.verb()) {
            case "approve" -> books.status().plan() == null;
            case "release" -> books.status().quarantine() == null;
            case "restore" ->
                books.cases().stream()
                        .anyMatch(one -> one.trigger() instanceof dev.dormouse.core.cases.Trigger.Restore);
            case "decide" ->
                books.cases().stream()
                        .filter(one ->
                                one.id() == Long.parseLong(command.words().get(1)))
                        .anyMatch(one -> decided(one, command.words().get(2)));
            default -> false;
        };
    }

    private boolean decided(Case about, String decision) {
        String word = switch (decision) {
            case "KEEP" -> "kept by anna";
            case "CANCEL" -> "cancelled by anna";
            case "HOLD" -> "held by anna";
            default -> "released by anna";
        };
        return books().journal().stream()
                        .map(JournalEntry::draft)
                        .filter(one -> one.kind() == JournalKind.DECIDED && one.caseId() == about.id())
                        .filter(one -> one.text().startsWith(word))
                        .count()
                == 1;
    }

    private void happenNow() throws IOException {
        while (!meanwhile.isEmpty()) {
            meanwhile.remove().happen();
        }
    }

    private Books books() {
        return Books.read(world.folder, java.util.Set.of());
    }

    private void check(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults) + "\n" + this);
        }
    }

    @Override
    public String toString() {
        return world.plan + "\n" + String.join("\n", log);
    }
}
