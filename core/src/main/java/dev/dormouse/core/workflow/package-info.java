/** The workflow document as data: what is selected, exempted, guarded, asked, removed and followed up. */
@NullMarked
package dev.dormouse.core.workflow;

import org.jspecify.annotations.NullMarked;
