package dev.dormouse.cli;

import dev.dormouse.app.CaseDesk;
import dev.dormouse.app.Workspace;
import dev.dormouse.core.ledger.Ledger.Verification;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The journal. */
@Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        description = "The record of everything decided and done.",
        footer = {"", "Examples:", "  dormouse journal verify", "  dormouse journal verify --head 1234:9f86d081884c…"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
final class JournalCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say what to do: verify");
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Recomputes the hash chain of the journal and finds any change to it.")
    int verify(
            @Mixin Where where,
            @Option(
                            names = "--head",
                            paramLabel = "NUMBER:HASH",
                            defaultValue = "",
                            description = "Also prove that the journal still holds this entry, as a digest told it.")
                    String head) {
        if (!head.isEmpty() && !head.matches("\\d{1,18}:[0-9a-f]{64}")) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--head must be NUMBER:64 hex digits, as a digest told it, not '" + head + "'");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Workspace workspace =
                where.open(null, new ConsoleProgress(spec.commandLine().getErr()))) {
            Verification verification = new CaseDesk(workspace).verify(head);
            if (verification.faults().isEmpty()) {
                out.println("intact: " + verification.entries() + " entries, head " + verification.entries() + ":"
                        + verification.head());
                return Exit.DONE;
            }
            verification.faults().forEach(fault -> out.println("changed: " + fault));
            return Exit.FAILED;
        }
    }
}
