package dev.dormouse.app.storm;

import java.time.Instant;

/**
 * A message that a channel took.
 *
 * @param key of its intent
 * @param identity how its reader's program tells it from others
 */
record Received(String channel, String recipient, String key, String identity, String text, Instant at) {}
