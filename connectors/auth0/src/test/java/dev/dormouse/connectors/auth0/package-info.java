/** Runs the official client against the stand-in. */
@NullMarked
package dev.dormouse.connectors.auth0;

import org.jspecify.annotations.NullMarked;
