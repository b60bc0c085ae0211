/** The port to everything that was decided here: workflows, cases, intents, journal. Must never be lost. */
@NullMarked
package dev.dormouse.core.ledger;

import org.jspecify.annotations.NullMarked;
