/**
 * Advances what is due: opens cases, tells people, runs steps, reports. What follows from what is decided in core; here
 * it is made to happen, so that a crash at any point neither loses nor repeats anything.
 */
@NullMarked
package dev.dormouse.engine;

import org.jspecify.annotations.NullMarked;
