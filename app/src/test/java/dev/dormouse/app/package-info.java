/** The use cases from end to end: real files, real stores, and stand-ins for the systems that others run. */
@NullMarked
package dev.dormouse.app;

import org.jspecify.annotations.NullMarked;
