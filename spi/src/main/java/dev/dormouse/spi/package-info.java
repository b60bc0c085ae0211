/**
 * What a connector sees of Dormouse, and nothing more: the records it reports, the capabilities it may implement, and
 * the ways a call can end. Depends on the JDK and JSpecify alone, so that a connector can be written against one small jar.
 */
@NullMarked
package dev.dormouse.spi;

import org.jspecify.annotations.NullMarked;
