package dev.dormouse.cli;

import dev.dormouse.app.CaseDesk;
import dev.dormouse.app.CaseDesk.Story;
import dev.dormouse.app.Workspace;
import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseLife.Decision;
import dev.dormouse.core.ledger.JournalEntry;
import dev.dormouse.core.ledger.Ledger.CaseQuery;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Cases: seeing them and deciding them. */
@Command(
        name = "cases",
        mixinStandardHelpOptions = true,
        description = "Lists, shows and decides cases.",
        footer = {
            "",
            "Examples:",
            "  dormouse cases list",
            "  dormouse cases list user-0007 --all",
            "  dormouse cases show 12",
            "  dormouse cases decide 12 keep --reason \"on leave until May\"",
            "  dormouse cases hold 12 --reason \"asked the team\"",
            "  dormouse cases release 12"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
final class CasesCommand implements Runnable {

    private static final List<String> COLUMNS =
            List.of("case", "state", "workflow", "application", "account", "opened", "next", "detail");

    private static final String REASON = "Why, for the journal.";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "say what to do: list, show, decide, cancel, hold or release");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists cases, the open ones unless --all is given.")
    int list(
            @Mixin Where where,
            @Mixin Form form,
            @Parameters(arity = "0..1", paramLabel = "TEXT", description = "A part of the application or the login.")
                    @Nullable
                    String text,
            @Option(names = "--workflow", paramLabel = "NAME", description = "Only of this workflow.") @Nullable
                    String workflow,
            @Option(names = "--held", description = "Only those that wait for a person.") boolean held,
            @Option(names = "--all", description = "Ended cases too.") boolean all) {
        try (Workspace workspace = where.open(null, progress())) {
            List<List<@Nullable String>> rows = new ArrayList<>();
            for (Case one : new CaseDesk(workspace).list(new CaseQuery(workflow, !all, text))) {
                if (!held || CaseText.waitsForPerson(one)) {
                    rows.add(row(one));
                }
            }
            form.output().print(spec.commandLine().getOut(), COLUMNS, rows);
            if (rows.isEmpty()) {
                spec.commandLine().getErr().println(all ? "no case" : "no open case; ended ones too: --all");
            }
            return Exit.DONE;
        }
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows one case with everything that happened to it.")
    int show(@Mixin Where where, @Mixin Form form, @Mixin CaseNumber number) {
        try (Workspace workspace = where.open(null, progress())) {
            Story story = new CaseDesk(workspace).show(number.id());
            PrintWriter out = spec.commandLine().getOut();
            if (form.output() == Output.TABLE) {
                CaseText.describe(story.about()).forEach(out::println);
                out.println();
            }
            List<List<@Nullable String>> rows = new ArrayList<>();
            for (JournalEntry entry : story.entries()) {
                rows.add(Arrays.asList(
                        Long.toString(entry.seq()),
                        entry.draft().at().toString(),
                        entry.draft().kind().name().toLowerCase(java.util.Locale.ROOT),
                        entry.draft().actor(),
                        entry.draft().text()));
            }
            form.output().print(out, List.of("entry", "at", "kind", "by", "text"), rows);
            return Exit.DONE;
        }
    }

    @Command(name = "decide", mixinStandardHelpOptions = true, description = "Settles a case: keep or remove.")
    int decide(
            @Mixin Where where,
            @Mixin Actor actor,
            @Mixin CaseNumber number,
            @Parameters(
                            index = "1",
                            paramLabel = "keep|remove",
                            description =
                                    "keep: the account stays and its inactivity counts anew. remove: the removal begins; not before the announced deadline.")
                    Verdict verdict,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = REASON) String reason) {
        return say(where, actor, number.id(), verdict == Verdict.KEEP ? Decision.KEEP : Decision.REMOVE, reason);
    }

    @Command(
            name = "cancel",
            mixinStandardHelpOptions = true,
            description =
                    "Ends a case without a decision. A still inactive account may be asked again after the workflow's cooldown.")
    int cancel(
            @Mixin Where where,
            @Mixin Actor actor,
            @Mixin CaseNumber number,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = REASON) String reason) {
        return say(where, actor, number.id(), Decision.CANCEL, reason);
    }

    @Command(name = "hold", mixinStandardHelpOptions = true, description = "Stops the clock of a case under review.")
    int hold(
            @Mixin Where where,
            @Mixin Actor actor,
            @Mixin CaseNumber number,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = REASON) String reason) {
        return say(where, actor, number.id(), Decision.HOLD, reason);
    }

    @Command(
            name = "release",
            mixinStandardHelpOptions = true,
            description = "Lets a held case go on; a new deadline is announced.")
    int release(
            @Mixin Where where,
            @Mixin Actor actor,
            @Mixin CaseNumber number,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = REASON) String reason) {
        return say(where, actor, number.id(), Decision.RELEASE, reason);
    }

    private int say(Where where, Actor actor, long id, Decision decision, String reason) {
        try (Workspace workspace = where.open(null, progress())) {
            Case after = new CaseDesk(workspace).decide(id, decision, actor.name(), reason);
            CaseText.describe(after).forEach(spec.commandLine().getOut()::println);
            return Exit.DONE;
        }
    }

    private ConsoleProgress progress() {
        return new ConsoleProgress(spec.commandLine().getErr());
    }

    private static List<@Nullable String> row(Case one) {
        return Arrays.asList(
                Long.toString(one.id()),
                CaseText.state(one),
                one.workflow(),
                one.subject().application(),
                one.login(),
                one.opened().toString(),
                one.due() == null ? null : one.due().toString(),
                CaseText.detail(one));
    }

    /** What settles a case. */
    enum Verdict {
        KEEP,
        REMOVE
    }
}
