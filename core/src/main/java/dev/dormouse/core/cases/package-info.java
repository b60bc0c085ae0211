/** The life of a case: its states, what can happen to it, and what follows. Pure; time comes in as an argument. */
@NullMarked
package dev.dormouse.core.cases;

import org.jspecify.annotations.NullMarked;
