/** A stand-in of Slack: takes messages with blocks and metadata, and tells the history of a channel page by page. */
@NullMarked
package dev.dormouse.sandbox.slack;

import org.jspecify.annotations.NullMarked;
