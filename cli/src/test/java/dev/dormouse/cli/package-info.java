/** The command as scripts and people meet it: what it prints, where, and with which exit code. */
@NullMarked
package dev.dormouse.cli;

import org.jspecify.annotations.NullMarked;
