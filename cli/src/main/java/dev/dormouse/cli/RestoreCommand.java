package dev.dormouse.cli;

import dev.dormouse.app.CaseDesk;
import dev.dormouse.app.Workspace;
import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives back what was taken. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Gives back to a person what was removed.",
            "On GitHub the person gets an invitation with the former role; until it is accepted the "
                    + "restore is pending, and every run looks again and gives back what is missing."
        },
        footer = {"", "Example:", "  dormouse restore user-0007"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
final class RestoreCommand implements Callable<Integer> {

    @Mixin
    private Where where;

    @Mixin
    private Actor actor;

    @Parameters(paramLabel = "LOGIN", description = "The login of the removed account, in any case.")
    private String login;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Workspace workspace =
                where.open(null, new ConsoleProgress(spec.commandLine().getErr()))) {
            int exit = Exit.DONE;
            for (Case one : new CaseDesk(workspace).restore(login, actor.name())) {
                CaseText.describe(one).forEach(spec.commandLine().getOut()::println);
                boolean gaveUp =
                        one.state() instanceof CaseState.Ended ended && ended.ending() != CaseState.Ending.RESTORED;
                exit = gaveUp ? Exit.FAILED : exit;
            }
            return exit;
        }
    }
}
