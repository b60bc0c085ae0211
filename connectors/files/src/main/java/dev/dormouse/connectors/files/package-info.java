/**
 * Reads exports and logs out of files: whom GitHub calls dormant, when people were last seen, who is a member.
 *
 * <p>A format is one constant of {@link dev.dormouse.connectors.files.ActivityFormat} or
 * {@link dev.dormouse.connectors.files.AccountsFormat} and one small reader. A single bad value becomes a
 * {@link dev.dormouse.spi.Problem}; whatever makes the absence of an account meaningless (cut off, empty, another
 * format) ends the reading with an error that names file, line and column.
 *
 * <p>What no reader can notice: a file of lines (CSV, JSON lines, logins) that was cut exactly at the end of a line, a
 * row of booleans without its line end, and a gzip file of several members cut between two of them. Such a file is
 * itself whole and valid. The volume check of the program is the guard against it.
 */
@NullMarked
package dev.dormouse.connectors.files;

import org.jspecify.annotations.NullMarked;
