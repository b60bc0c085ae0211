package dev.dormouse.cli;

import dev.dormouse.app.CaseDesk;
import dev.dormouse.app.Workspace;
import dev.dormouse.core.ledger.WorkflowStatus.Plan;
import dev.dormouse.engine.Desk.Said;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Approves the plan of a workflow. */
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        description = "Approves the plan that the first pass of a workflow's version made; the next run acts on it.",
        footer = {"", "Example:", "  dormouse approve github-dormant-members"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
final class ApproveCommand implements Callable<Integer> {

    @Mixin
    private Where where;

    @Mixin
    private Actor actor;

    @Parameters(paramLabel = "WORKFLOW", description = "The name of the workflow.")
    private String workflow;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Workspace workspace =
                where.open(null, new ConsoleProgress(spec.commandLine().getErr()))) {
            Said<Plan> said = new CaseDesk(workspace).approve(workflow, actor.name());
            Plan plan = said.about();
            spec.commandLine()
                    .getOut()
                    .println((said.counts() ? "approved: version " : "noted: version ") + plan.version() + " of "
                            + workflow + ", which selected " + plan.selected() + " of " + plan.inScope() + " accounts. "
                            + (said.counts()
                                    ? "The next run acts on it: dormouse run"
                                    : "It waits for a second person: dormouse approve " + workflow + " --by NAME"));
            return Exit.DONE;
        }
    }
}
