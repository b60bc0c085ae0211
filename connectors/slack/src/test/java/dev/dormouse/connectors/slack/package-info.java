/** Runs the official client against the stand-in. */
@NullMarked
package dev.dormouse.connectors.slack;

import org.jspecify.annotations.NullMarked;
