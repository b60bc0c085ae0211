/** What tests share: a clock that is set, scripted servers, checks against the vendors' API descriptions. */
@NullMarked
package dev.dormouse.testkit;

import org.jspecify.annotations.NullMarked;
