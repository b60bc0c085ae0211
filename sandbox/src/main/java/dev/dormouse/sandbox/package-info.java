/**
 * Stand-ins for the remote systems, on loopback: they keep state and answer in the vendors' formats, for the demo and for
 * tests that run the real clients.
 */
@NullMarked
package dev.dormouse.sandbox;

import org.jspecify.annotations.NullMarked;
