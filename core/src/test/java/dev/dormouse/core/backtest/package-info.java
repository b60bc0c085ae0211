/** What is said of past judgements, held against published numbers. */
@NullMarked
package dev.dormouse.core.backtest;

import org.jspecify.annotations.NullMarked;
