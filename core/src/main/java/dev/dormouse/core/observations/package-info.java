/** The port to everything that was seen from outside: accounts, grants, activity. Can be read again from the systems. */
@NullMarked
package dev.dormouse.core.observations;

import org.jspecify.annotations.NullMarked;
