/** Runs the real client against a mail server, and against a scripted one for refusals. */
@NullMarked
package dev.dormouse.connectors.mail;

import org.jspecify.annotations.NullMarked;
