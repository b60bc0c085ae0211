package dev.dormouse.cli;

import dev.dormouse.app.ShowLog;
import dev.dormouse.spi.LogEntry.Summary;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what is made of a log. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = "Shows what is made of a log, before anybody trusts it. Changes nothing.",
        footer = {
            "",
            "Examples:",
            "  dormouse activity read audit.jsonl.gz",
            "  dormouse activity read export.csv --mapping mine.yaml --output json",
            "",
            "Exit codes: 0 read, 1 no such file or unknown format, 2 wrong usage or mapping, 4 cut off, empty, or more",
            "unreadable records than allowed."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
final class ActivityReadCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "JSON, JSON lines, CSV, Parquet or a server's log; packed with gzip or not.")
    private List<Path> files;

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            description = "How to read it: the name of a mapping, or a file such as mine.yaml. Default: recognised.")
    private @Nullable String mapping;

    @Option(
            names = "--account",
            paramLabel = "WORD",
            description = "email names accounts by their e-mail address. Default: as the mapping says.")
    private @Nullable String account;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description =
                    "Of times without an offset, such as Europe/Berlin. Default: as the mapping says, mostly UTC.")
    private @Nullable String zone;

    @Option(
            names = "--max-unreadable",
            paramLabel = "PERCENT",
            defaultValue = "1",
            description = "More unreadable records than that end with exit code 4. Default: ${DEFAULT-VALUE}.")
    private double maxUnreadable;

    @Mixin
    private Form form;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        ActivityReport report =
                ActivityReport.of(form.output(), spec.commandLine().getOut(), err, files.size() > 1);
        Summary summary = new ShowLog(Clock.systemUTC()).read(files, mapping, account, zone, report);
        report.end(summary);
        boolean bad = summary.unreadable().size() * 100.0 > maxUnreadable * summary.records();
        if (bad) {
            err.println("unhealthy: " + summary.unreadable().size() + " of " + summary.records()
                    + " records cannot be read, more than " + maxUnreadable + " %");
        }
        if (summary.cutOff()) {
            err.println("unhealthy: the file is cut off or holds nothing; export it again");
        }
        err.flush();
        return bad || summary.cutOff() ? Exit.UNHEALTHY : Exit.DONE;
    }
}
