/**
 * The ledger on SQLite: one room (class) for each table, a hash chain over the journal, and the head of the journal in a
 * file beside the database. Everything is written by one thread, in transactions that are on disk when they return.
 * Only {@link dev.dormouse.ledger.SqliteLedger} and its exception are meant for others.
 */
@NullMarked
package dev.dormouse.ledger;

import org.jspecify.annotations.NullMarked;
