/**
 * Reads the users of an Auth0 tenant as a feed of logins, with the official client. A list that cannot be read to its
 * end, or is longer than Auth0 lets anybody page, is a failure and never a shorter list.
 */
@NullMarked
package dev.dormouse.connectors.auth0;

import org.jspecify.annotations.NullMarked;
