package dev.dormouse.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The folder {@code ../shared} beside a checkout: cases with known answers, real logs, the vendors' API descriptions.
 * Not part of the project; a test that needs it is skipped where it is absent.
 */
public final class Shared {

    private Shared() {}

    /** The file or folder below {@code shared}; the calling test is skipped, with a message, where it is absent. */
    public static Path path(String relative) {
        Path path = Path.of(System.getProperty("dormouse.shared", "../shared"))
                .resolve(relative)
                .normalize();
        Assumptions.assumeTrue(Files.exists(path), () -> "skipped, because the shared material is absent: " + path);
        return path;
    }
}
