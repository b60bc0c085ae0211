package dev.dormouse.core.config;

import dev.dormouse.core.workflow.Window;
import org.jspecify.annotations.Nullable;

/**
 * Where what is seen is kept, and for how long.
 *
 * @param url of a Trino cluster with catalog and schema; null for a file in the data folder
 * @param keepEvents how long the events of logs are kept; a window that counts cannot be longer
 * @param keepDays how long the sums by day are kept, which backtests look back on
 */
public record ObservationsConfig(@Nullable String url, Window keepEvents, Window keepDays) {}
