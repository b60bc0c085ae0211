/**
 * Reads what SAP Analytics Cloud hands out: pages of its SCIM users and teams, the export of its activity log, and the
 * listing of its content. An account is known by its user ID, which is what the log and the teams name it by.
 *
 * <p>A single bad value becomes a {@link dev.dormouse.spi.Problem}; whatever makes the absence of an account meaningless (cut
 * off, empty, pages missing, another format) ends the reading with an error that names file, line and column.
 */
@NullMarked
package dev.dormouse.connectors.sac;

import org.jspecify.annotations.NullMarked;
