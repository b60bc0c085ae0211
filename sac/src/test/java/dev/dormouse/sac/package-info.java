/** Tests of the data files. */
@NullMarked
package dev.dormouse.sac;

import org.jspecify.annotations.NullMarked;
