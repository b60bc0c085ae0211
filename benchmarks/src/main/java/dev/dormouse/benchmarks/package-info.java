/**
 * Generated organisations of any size, in the formats of GitHub's and Auth0's exports, for whole-process benchmarks.
 * The generator uses the JDK alone, so that {@code benchmarks/generate} can start it from its source.
 */
@NullMarked
package dev.dormouse.benchmarks;

import org.jspecify.annotations.NullMarked;
