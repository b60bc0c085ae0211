/** Runs the official client against the stand-in. */
@NullMarked
package dev.dormouse.connectors.notify;

import org.jspecify.annotations.NullMarked;
