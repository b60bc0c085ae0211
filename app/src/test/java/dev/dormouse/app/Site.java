package dev.dormouse.app;

import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.engine.Progress;
import dev.dormouse.testkit.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** A configuration folder in which a test does what the command does, at the instant it chooses. */
final class Site implements Progress {

    private final Path folder;
    private final SettableClock clock;
    private final List<String> warnings = new ArrayList<>();

    Site(Path folder, SettableClock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    Site(Path folder, Instant now) {
        this(folder, new SettableClock(now));
    }

    Path folder() {
        return folder;
    }

    SettableClock clock() {
        return clock;
    }

    /** Writes a file whose time is the present one of the clock. */
    Site write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.writeString(file, text);
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Workspace open() {
        return Workspace.open(folder, Map.of(), clock, this, Duration.ofMillis(1));
    }

    /** Judges every workflow about dormancy, as {@code dormouse scan} does. */
    Found scan() {
        try (Workspace workspace = open()) {
            Found found = new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            List<Workflow> workflows = workspace.configuration().workflows().stream()
                    .filter(one -> one.trigger() == Workflow.Trigger.DORMANCY)
                    .toList();
            Scan.Summary summary = new Scan(workspace)
                    .run(
                            workflows,
                            (workflow, one, judgement) -> found.judged()
                                    .add(new Line(
                                            one.key().application(),
                                            one.login(),
                                            one.answer(),
                                            judgement.get().reason())));
            summary.results().values().forEach(result -> {
                found.health().addAll(result.health());
                result.staleExemptions()
                        .forEach(entry -> found.staleExemptions().add(entry.match()));
            });
            return found;
        }
    }

    RunPass.Done run() {
        try (Workspace workspace = open()) {
            return new RunPass(workspace).run();
        }
    }

    <T> T desk(Function<CaseDesk, T> work) {
        try (Workspace workspace = open()) {
            return work.apply(new CaseDesk(workspace));
        }
    }

    List<String> warnings() {
        return warnings;
    }

    @Override
    public void doing(String line) {}

    @Override
    public synchronized void warn(String line) {
        warnings.add(line);
    }

    /** What a scan found; active accounts are listed too. */
    record Found(List<Line> judged, List<SourceHealth> health, List<String> staleExemptions) {

        SortedSet<String> dormant() {
            return logins(Answer.DORMANT);
        }

        SortedSet<String> logins(Answer answer) {
            SortedSet<String> logins = new TreeSet<>();
            judged.stream().filter(line -> line.answer() == answer).forEach(line -> logins.add(line.login()));
            return logins;
        }

        String reason(String login) {
            return judged.stream()
                    .filter(line -> line.login().equals(login))
                    .map(Line::reason)
                    .findFirst()
                    .orElse("not judged");
        }

        /** Each fault with its source; empty for a healthy configuration. */
        List<String> faults() {
            return health.stream()
                    .filter(one -> !one.healthy())
                    .map(one -> one.source() + ": " + one.fault())
                    .toList();
        }
    }

    /** One account as it was judged. */
    record Line(String application, String login, Answer answer, String reason) {}
}
