package dev.dormouse.cli;

import picocli.CommandLine.Option;

/** The option of every command that answers with rows. */
@SuppressWarnings("NullAway.Init") // picocli gives the default
final class Form {

    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Output output;

    Output output() {
        return output;
    }
}
