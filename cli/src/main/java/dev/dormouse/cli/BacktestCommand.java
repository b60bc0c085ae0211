package dev.dormouse.cli;

import dev.dormouse.app.Backtest;
import dev.dormouse.app.Workspace;
import dev.dormouse.core.backtest.Backtested;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How often it would have been wrong. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "Shows for each length of inactivity whom the workflow would have selected on each day, how "
                    + "many of them used it again within 30, 60 and 90 days, and what it would have freed.",
            "Changes nothing."
        },
        footer = {
            "",
            "Examples:",
            "  dormouse backtest licences --from 2024-01-01 --to 2024-12-31",
            "  dormouse backtest licences --from 2024-01-01 --to 2024-12-31 --output html --out backtest.html"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
final class BacktestCommand implements Callable<Integer> {

    @Mixin
    private Where where;

    @Parameters(paramLabel = "WORKFLOW", description = "The workflow whose sources, scope and exemptions count.")
    private String workflow;

    @Option(names = "--from", paramLabel = "DATE", required = true, description = "The first day.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", required = true, description = "The last day.")
    private LocalDate to;

    @Option(
            names = "--thresholds",
            paramLabel = "DAYS",
            split = ",",
            defaultValue = "30,45,60,90,120,180",
            description = "Lengths of inactivity. Default: ${DEFAULT-VALUE}.")
    private List<Integer> thresholds;

    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Form form;

    @Option(names = "--out", paramLabel = "FILE", description = "Write there instead of to the terminal.")
    private @Nullable Path file;

    @Spec
    private CommandSpec spec;

    /** The forms of the answer. */
    enum Form {
        TABLE,
        JSON,
        HTML
    }

    @Override
    public Integer call() {
        if (file != null) {
            refuseUnwritable(file);
        }
        try (Workspace workspace =
                where.open(null, new ConsoleProgress(spec.commandLine().getErr()))) {
            Backtested tested = new Backtest(workspace).run(workflow, from, to, thresholds);
            if (file == null) {
                print(tested, spec.commandLine().getOut());
                return Exit.DONE;
            }
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
                print(tested, out);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + file, e);
            }
            return Exit.DONE;
        }
    }

    /** Before the work, which takes a while. */
    private void refuseUnwritable(Path out) {
        if (Files.isDirectory(out)) {
            throw new ParameterException(spec.commandLine(), "--out " + out + " is a folder; name a file in it");
        }
        Path parent = out.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw new ParameterException(spec.commandLine(), "--out " + out + ": there is no folder " + parent);
        }
    }

    private void print(Backtested tested, PrintWriter out) {
        switch (form) {
            case TABLE -> BacktestText.table(tested, out);
            case JSON -> BacktestJson.print(tested, out);
            case HTML -> BacktestPage.print(tested, out);
        }
        out.flush();
    }
}
