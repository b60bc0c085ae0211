/**
 * From evidence to judgement, for one account. The same rules are compiled to SQL for whole populations by the
 * observations module; tests compare the two.
 */
@NullMarked
package dev.dormouse.core.judging;

import org.jspecify.annotations.NullMarked;
