/** The real client against the stand-in; every request is held against GitHub's own description. */
@NullMarked
package dev.dormouse.connectors.github;

import org.jspecify.annotations.NullMarked;
