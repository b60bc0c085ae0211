/** A stand-in of an Auth0 tenant: its token endpoint and its list of users, with the totals and the ceiling of paging. */
@NullMarked
package dev.dormouse.sandbox.auth0;

import org.jspecify.annotations.NullMarked;
