/** The rules of judging, one by one. */
@NullMarked
package dev.dormouse.core.judging;

import org.jspecify.annotations.NullMarked;
