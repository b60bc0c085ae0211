/**
 * How the log of one vendor is read: a mapping names the places of account, time and the rest, and says what counts.
 * Mappings are small YAML documents; the built-in ones lie beside this package as resources. A mapping meets a record as
 * {@link dev.dormouse.connectors.files.mapping.Values}, whether that came out of JSON or out of a table.
 */
@NullMarked
package dev.dormouse.connectors.files.mapping;

import org.jspecify.annotations.NullMarked;
