/** A stand-in of a mail server: takes everything by SMTP, and offers a mailbox with bounces by IMAP. */
@NullMarked
package dev.dormouse.sandbox.mail;

import org.jspecify.annotations.NullMarked;
