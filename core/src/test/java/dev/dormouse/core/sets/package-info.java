@NullMarked
package dev.dormouse.core.sets;

import org.jspecify.annotations.NullMarked;
