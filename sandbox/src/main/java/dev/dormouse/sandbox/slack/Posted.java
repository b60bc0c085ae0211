package dev.dormouse.sandbox.slack;

import java.util.List;

/**
 * A message as it was posted.
 *
 * @param fallback the plain text that notifications show
 * @param blocks the markup of each block
 * @param metadata as JSON; empty where there is none
 */
public record Posted(String channel, String timestamp, String fallback, List<String> blocks, String metadata) {

    public Posted {
        blocks = List.copyOf(blocks);
    }

    /** All blocks, one below the other. */
    public String text() {
        return String.join("\n", blocks);
    }
}
