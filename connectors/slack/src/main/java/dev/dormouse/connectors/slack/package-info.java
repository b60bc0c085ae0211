/**
 * Posts messages to Slack channels with the official client. Each message carries its key as metadata, so that after a
 * crash the history of the channel tells whether it was posted.
 */
@NullMarked
package dev.dormouse.connectors.slack;

import org.jspecify.annotations.NullMarked;
