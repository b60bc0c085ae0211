package dev.dormouse.cli;

import dev.dormouse.app.SacScan;
import dev.dormouse.app.Workspace;
import dev.dormouse.sac.DataFile;
import dev.dormouse.sac.DataFileReader;
import dev.dormouse.sac.RowResult;
import dev.dormouse.sac.WorkflowText;
import dev.dormouse.spi.ConnectorException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Data files of the SAP Analytics Cloud toolkit. */
@Command(
        name = "sac",
        mixinStandardHelpOptions = true,
        description = "Runs and converts data files of the SAP Analytics Cloud toolkit (scripts 1665 and 1653).",
        footer = {
            "",
            "Examples:",
            "  dormouse sac scan dormant.json exports",
            "  dormouse sac scan dormant.json exports --now 2026-11-20T12:00:00Z --output json",
            "  dormouse sac convert dormant.json > workflows.yaml"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
final class SacCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say what to do: scan or convert");
    }

    @Command(
            name = "scan",
            mixinStandardHelpOptions = true,
            description = "Shows the teams that would result. Changes nothing.")
    int scan(
            @Mixin Where where,
            @Mixin Form form,
            @Parameters(index = "0", paramLabel = "FILE", description = "The data file.") Path file,
            @Parameters(
                            index = "1",
                            arity = "0..1",
                            paramLabel = "DIR",
                            description =
                                    "A folder with exports, with or without a dormouse.yaml; instead of --config.")
                    @Nullable
                    Path folder) {
        DataFile data = DataFileReader.read(file);
        PrintWriter err = spec.commandLine().getErr();
        ConsoleProgress progress = new ConsoleProgress(err);
        try (Workspace workspace =
                folder == null ? where.open(null, progress) : where.open(folder, readyMade(), progress)) {
            List<RowResult> results = new SacScan(workspace).run(data);
            SacReport.print(form.output(), spec.commandLine().getOut(), results);
            return SacReport.complain(err, data, results);
        } catch (ConnectorException e) {
            err.println("unhealthy: " + e.getMessage());
            err.flush();
            return Exit.UNHEALTHY;
        }
    }

    @Command(
            name = "convert",
            mixinStandardHelpOptions = true,
            description = "Writes the workflows that mean the same, one document a row.")
    int convert(@Parameters(paramLabel = "FILE", description = "The data file.") Path file) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(WorkflowText.of(DataFileReader.read(file)));
        out.flush();
        return Exit.DONE;
    }

    private static String readyMade() {
        try (InputStream example = SacCommand.class.getResourceAsStream("/examples/sac-exports/dormouse.yaml")) {
            if (example == null) {
                throw new IllegalStateException("the program was built without its example");
            }
            return new String(example.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own example cannot be read", e);
        }
    }
}
