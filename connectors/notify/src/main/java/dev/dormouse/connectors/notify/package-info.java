/**
 * Sends e-mail by GOV.UK Notify, with its official client. The texts are templates kept there; each message carries its
 * key as reference, so that after a crash it can be told whether it was sent.
 */
@NullMarked
package dev.dormouse.connectors.notify;

import org.jspecify.annotations.NullMarked;
