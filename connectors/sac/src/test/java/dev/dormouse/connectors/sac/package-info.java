/** Tests of the connector. */
@NullMarked
package dev.dormouse.connectors.sac;

import org.jspecify.annotations.NullMarked;
