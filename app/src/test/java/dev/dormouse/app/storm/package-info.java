/**
 * Kills the program between any two effects, starts it again, and holds what the stand-ins saw and what the ledger says
 * against what must never happen. See docs/testing.md.
 */
@NullMarked
package dev.dormouse.app.storm;

import org.jspecify.annotations.NullMarked;
