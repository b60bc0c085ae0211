package dev.dormouse.cli.demo;

import dev.dormouse.app.CaseDesk;
import dev.dormouse.app.RunPass;
import dev.dormouse.app.UseCaseException;
import dev.dormouse.app.Workspace;
import dev.dormouse.core.cases.Case;
import dev.dormouse.core.ledger.Ledger.CaseQuery;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.engine.PassResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What every act of the story stands on. */
record Stage(DemoFolder folder, Population population, StandIns standIns, DemoClock clock, Narrator narrator) {

    /** Who gives the commands. */
    static final String OPERATOR = "olivia";

    static final String WORKFLOW = "github-dormant-members";

    void at(Instant instant, String title) {
        clock.moveTo(instant);
        standIns.signIns(population, instant);
        narrator.heading(instant, title);
    }

    /** The owner of the organisations downloads everything anew. */
    void exportsAreMade(Instant instant) {
        try {
            new Exports(folder, population).write(instant);
        } catch (IOException e) {
            throw new UncheckedIOException("the exports cannot be written", e);
        }
    }

    void configure(List<String> exempt) {
        try {
            new DemoConfiguration(folder, standIns).write(exempt);
        } catch (IOException e) {
            throw new UncheckedIOException("the configuration cannot be written", e);
        }
    }

    /** Opens the folder as each command does, now. */
    <T> T open(Function<Workspace, T> work) {
        try (Workspace workspace = Workspace.open(folder.path(), Map.of(), clock, narrator)) {
            return work.apply(workspace);
        }
    }

    <T> T desk(Function<CaseDesk, T> work) {
        return open(workspace -> work.apply(new CaseDesk(workspace)));
    }

    /** One pass, with every source in order. */
    PassResult run() {
        narrator.command("run");
        RunPass.Done done = open(workspace -> new RunPass(workspace).run());
        for (SourceHealth health : done.health()) {
            StoryBroken.unless(
                    health.healthy(),
                    health.source() + " of " + health.application() + " is unhealthy: " + health.fault());
        }
        return done.results().getFirst();
    }

    List<Case> cases() {
        return desk(desk -> desk.list(new CaseQuery(WORKFLOW, false, null)));
    }

    /** The newest case of the person. */
    Case caseOf(Person person) {
        return cases().stream()
                .filter(one -> one.login().equals(person.login()))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new UseCaseException("there is no case of " + person.login()));
    }
}
