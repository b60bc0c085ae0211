/**
 * The whole job on a made-up organisation: stand-ins of every remote system, exports in the real formats, and a clock that
 * is moved. The demo calls the same use cases as the other commands, and it checks its own story at the stand-ins.
 */
@NullMarked
package dev.dormouse.cli.demo;

import org.jspecify.annotations.NullMarked;
