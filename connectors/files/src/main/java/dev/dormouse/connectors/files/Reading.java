package dev.dormouse.connectors.files;

import dev.dormouse.connectors.files.mapping.Instants;
import dev.dormouse.spi.ActivitySink;

/**
 * What a reader of activity needs.
 *
 * @param account the field that names the account; of meaning only for a format that leaves a choice
 */
record Reading(ActivitySink sink, Instants instants, String account) {}
