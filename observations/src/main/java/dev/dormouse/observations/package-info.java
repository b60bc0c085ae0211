/**
 * The columnar store of what was seen, on DuckDB, and the judging of whole populations. Instants are whole microseconds
 * since 1970 in UTC, everywhere. The statement that judges is built with jOOQ and rendered for one engine; it keeps to
 * what Trino can do as well. Filling is DuckDB's own: it takes whole columns of gathered rows from a table function, which is
 * an order of magnitude faster than inserting values.
 */
@NullMarked
package dev.dormouse.observations;

import org.jspecify.annotations.NullMarked;
