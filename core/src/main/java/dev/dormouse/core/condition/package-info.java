/**
 * The conditions that a workflow states under {@code when}, in CEL. A condition is type-checked when it is read, run by the
 * CEL runtime for one account, and offered as a small tree of {@link dev.dormouse.core.condition.Expression} to whoever
 * compiles it for whole populations. No class of CEL is loaded before the first condition is read.
 */
@NullMarked
package dev.dormouse.core.condition;

import org.jspecify.annotations.NullMarked;
