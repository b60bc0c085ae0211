package dev.dormouse.cli;

import dev.dormouse.app.CaseDesk;
import dev.dormouse.app.Workspace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ends a quarantine. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = {
            "Lets a workflow that a guard stopped go on for one pass, up to the numbers at which it was "
                    + "stopped; or accepts that a source delivers less than usual."
        },
        footer = {"", "Examples:", "  dormouse release github-dormant-members", "  dormouse release people-page"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
final class ReleaseCommand implements Callable<Integer> {

    @Mixin
    private Where where;

    @Mixin
    private Actor actor;

    @Parameters(paramLabel = "NAME", description = "The name of a workflow or of a source.")
    private String name;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Workspace workspace =
                where.open(null, new ConsoleProgress(spec.commandLine().getErr()))) {
            spec.commandLine().getOut().println(new CaseDesk(workspace).release(name, actor.name()));
            return Exit.DONE;
        }
    }
}
