package dev.dormouse.cli;

import dev.dormouse.app.Explain;
import dev.dormouse.app.Explain.Answer;
import dev.dormouse.app.Explain.Evidence;
import dev.dormouse.app.Explain.Explanation;
import dev.dormouse.app.UseCaseException;
import dev.dormouse.app.Workspace;
import dev.dormouse.core.judging.Clause;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why, and why not. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Shows for one account each clause with its value, its source, how fresh that is, and whether "
                    + "it speaks for dormant; also for accounts that were not selected.",
            "Answers from what the last run read; where there was none, or with --fresh, reads everything now."
        },
        footer = {
            "",
            "Examples:",
            "  dormouse explain user-0007",
            "  dormouse explain user-0007 licence:pro",
            "  dormouse explain user-0007 --fresh",
            "  dormouse explain user-0007 --at 2024-03-01T00:00:00Z"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
final class ExplainCommand implements Callable<Integer> {

    private static final List<String> COLUMNS =
            List.of("workflow", "application", "account", "answer", "clause", "value", "source", "asOf", "dormant");

    @Mixin
    private Where where;

    @Mixin
    private Form form;

    @Parameters(index = "0", paramLabel = "ACCOUNT", description = "The login, in any case.")
    private String account;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ENTITLEMENT",
            description = "For workflows with subject: grant, one of the entitlements of the account.")
    private @Nullable String entitlement;

    @Option(names = "--fresh", description = "Read everything now, instead of what the last run read.")
    private boolean fresh;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            converter = ToInstant.class,
            description = {
                "As it would have been judged at that past instant, by the events that are kept; a source that keeps none",
                "is unknown there."
            })
    private @Nullable Instant at;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Workspace workspace =
                where.open(null, new ConsoleProgress(spec.commandLine().getErr()))) {
            Answer answer = explain(new Explain(workspace));
            List<Explanation> explanations = asked(answer.explanations());
            if (form.output() == Output.TABLE) {
                LastPass.tell(spec.commandLine().getErr(), answer.lastPassUpTo());
                explanations.forEach(one -> text(out, one));
            } else {
                notes(explanations).forEach(spec.commandLine().getErr()::println);
                spec.commandLine().getErr().flush();
                List<List<@Nullable String>> rows = new ArrayList<>();
                boolean grants = columns(explanations).size() > COLUMNS.size();
                explanations.forEach(one -> one.clauses().forEach(clause -> rows.add(row(one, clause, grants))));
                form.output().print(out, columns(explanations), rows);
            }
            return Exit.DONE;
        }
    }

    private Answer explain(Explain explain) {
        Evidence evidence = fresh ? Evidence.FRESH : Evidence.LAST_PASS;
        return at == null ? explain.explain(account, evidence) : explain.explain(account, evidence, at);
    }

    private List<Explanation> asked(List<Explanation> all) {
        if (entitlement == null) {
            return all;
        }
        List<Explanation> grants = all.stream()
                .filter(one -> one.workflow().selection().isAboutGrants())
                .toList();
        if (grants.isEmpty()) {
            throw new UseCaseException("no workflow with subject: grant is about '" + account
                    + "'; leave out the entitlement: dormouse explain " + account);
        }
        List<Explanation> asked = grants.stream()
                .filter(one -> entitlement.equalsIgnoreCase(one.judged().entitlement()))
                .toList();
        if (asked.isEmpty()) {
            throw new UseCaseException(
                    "'" + account + "' does not hold '" + entitlement + "' in the scope of a workflow; "
                            + "it holds: "
                            + grants.stream()
                                    .map(one -> one.judged().entitlement())
                                    .distinct()
                                    .collect(Collectors.joining(", ")));
        }
        return asked;
    }

    /** The entitlement stands last, where some workflow judges each for itself. */
    private static List<String> columns(List<Explanation> explanations) {
        if (explanations.stream().noneMatch(one -> one.workflow().selection().isAboutGrants())) {
            return COLUMNS;
        }
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.add("entitlement");
        return columns;
    }

    private static List<String> notes(List<Explanation> explanations) {
        return explanations.stream()
                .flatMap(one -> one.notes().stream())
                .distinct()
                .toList();
    }

    private static void text(PrintWriter out, Explanation one) {
        String grant =
                one.workflow().selection().isAboutGrants() ? ", " + one.judged().entitlement() + "," : "";
        out.println(one.judged().login() + " in " + one.judged().key().application() + grant + " under "
                + one.workflow().name() + ": " + answer(one) + ", because "
                + one.judgement().reason());
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (Clause clause : one.clauses()) {
            rows.add(Arrays.asList(
                    "  " + clause.name(),
                    clause.value(),
                    clause.source().isEmpty() ? null : clause.source(),
                    clause.asOf() == null ? null : clause.asOf().toString(),
                    truth(clause)));
        }
        Table.print(out, List.of("  clause", "value", "source", "as of", "speaks for dormant"), rows);
        one.notes().forEach(out::println);
        out.println();
        out.flush();
    }

    private static List<@Nullable String> row(Explanation one, Clause clause, boolean grants) {
        List<@Nullable String> row = new ArrayList<>();
        row.addAll(Arrays.asList(
                one.workflow().name(),
                one.judged().key().application(),
                one.judged().login(),
                answer(one),
                clause.name(),
                clause.value(),
                clause.source(),
                clause.asOf() == null ? null : clause.asOf().toString(),
                truth(clause)));
        if (grants) {
            row.add(one.workflow().selection().isAboutGrants() ? one.judged().entitlement() : null);
        }
        return row;
    }

    private static String answer(Explanation one) {
        return one.judgement().answer().name().toLowerCase(Locale.ROOT);
    }

    private static String truth(Clause clause) {
        Boolean holds = clause.holds();
        if (holds == null) {
            return "unknown";
        }
        return holds ? "yes" : "no";
    }
}
