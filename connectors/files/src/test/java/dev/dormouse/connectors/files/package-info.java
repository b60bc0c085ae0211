/** Tests of the formats, over real connectors made by the provider. */
@NullMarked
package dev.dormouse.connectors.files;

import org.jspecify.annotations.NullMarked;
