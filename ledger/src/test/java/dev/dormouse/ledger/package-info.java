/** What every ledger has to do, what the one on SQLite does besides, and what a changed journal looks like. */
@NullMarked
package dev.dormouse.ledger;

import org.jspecify.annotations.NullMarked;
