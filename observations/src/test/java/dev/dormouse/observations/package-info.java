/** The store and its statement, held against a reference that applies the same rules to plain Java objects. */
@NullMarked
package dev.dormouse.observations;

import org.jspecify.annotations.NullMarked;
