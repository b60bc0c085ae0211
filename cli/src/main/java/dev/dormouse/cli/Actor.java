package dev.dormouse.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who says it; written into the journal. */
final class Actor {

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who decides, for the journal. Default: the name of the user of this machine.")
    private @Nullable String by;

    String name() {
        return by == null ? System.getProperty("user.name", "unknown") : by;
    }
}
