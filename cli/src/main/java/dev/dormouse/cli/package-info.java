/** The {@code dormouse} command: reads the command line, calls the use cases, and shows what came of them. */
@NullMarked
package dev.dormouse.cli;

import org.jspecify.annotations.NullMarked;
