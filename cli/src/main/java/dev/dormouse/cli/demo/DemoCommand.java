package dev.dormouse.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole job on a made-up organisation. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the whole job on a made-up organisation of 2,000 people, with the clock moved: scan, "
                    + "announce, remind, remove, restore.",
            "It needs no account anywhere: the remote systems are stand-ins on this machine. It checks "
                    + "its own story and ends with 1 where something does not hold."
        },
        footer = {"", "Examples:", "  dormouse demo", "  dormouse demo --folder look-around"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
public final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            defaultValue = "dormouse-demo",
            description = "What it leaves behind: configuration, exports and ledger. A folder that no demo made is not"
                    + " touched. Default: dormouse-demo.")
    private Path path;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            play(new Narrator(out));
            return 0;
        } catch (StoryBroken broken) {
            out.flush();
            spec.commandLine().getErr().println("dormouse: the demo does not hold: " + broken.getMessage());
            spec.commandLine().getErr().flush();
            return 1;
        }
    }

    private void play(Narrator narrator) throws IOException {
        DemoFolder folder = DemoFolder.prepare(path);
        Population population = Population.generate();
        DemoClock clock = new DemoClock();
        Stage stage;
        try (StandIns standIns = StandIns.start(clock, population)) {
            stage = new Stage(folder, population, standIns, clock, narrator);
            narrator.say("GitHub, Auth0, GOV.UK Notify, Slack and a mail server are stand-ins on this machine.");
            Story.tell(stage);
        }
        LookAround.print(stage);
    }
}
