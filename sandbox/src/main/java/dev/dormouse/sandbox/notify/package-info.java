/** A stand-in of GOV.UK Notify: takes e-mail, tells its status, lists by reference. */
@NullMarked
package dev.dormouse.sandbox.notify;

import org.jspecify.annotations.NullMarked;
