/**
 * Nothing of DuckDB: one class that keeps its driver from starting Java Flight Recorder. Not null-marked as a package,
 * since that would speak for the driver's own classes, which do take null.
 */
package org.duckdb;
