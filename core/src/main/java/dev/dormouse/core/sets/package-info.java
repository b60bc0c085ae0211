/** Sets of accounts, such as a team or a list, and what a judgement makes of them. */
@NullMarked
package dev.dormouse.core.sets;

import org.jspecify.annotations.NullMarked;
