/** What can be said of past judgements: how often they would have been wrong, and what they would have freed. */
@NullMarked
package dev.dormouse.core.backtest;

import org.jspecify.annotations.NullMarked;
