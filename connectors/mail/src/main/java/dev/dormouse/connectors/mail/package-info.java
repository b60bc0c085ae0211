/**
 * Sends e-mail by SMTP, and reads a mailbox for bounces where there is one. SMTP cannot be asked what was sent; a second
 * sending of the same message carries the same Message-ID, so that it is one message to the reader.
 */
@NullMarked
package dev.dormouse.connectors.mail;

import org.jspecify.annotations.NullMarked;
