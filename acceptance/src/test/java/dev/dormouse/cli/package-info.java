/** The command beside a cluster, as people who have one meet it. */
@NullMarked
package dev.dormouse.cli;

import org.jspecify.annotations.NullMarked;
