/** What conditions mean, and what is refused. */
@NullMarked
package dev.dormouse.core.condition;

import org.jspecify.annotations.NullMarked;
