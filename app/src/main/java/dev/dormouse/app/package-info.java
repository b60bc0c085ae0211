/**
 * The composition root and the use cases: sync, scan, run, decide, explain, restore. The only place that knows every other
 * room; the command line and, later, the server call it and nothing else.
 */
@NullMarked
package dev.dormouse.app;

import org.jspecify.annotations.NullMarked;
