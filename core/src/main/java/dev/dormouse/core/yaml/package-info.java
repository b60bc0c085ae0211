/**
 * YAML as a tree in which every node knows its file, line and column. Text stays as it was written: {@code no}, {@code 007}
 * and {@code 2027-03-01} are texts until a reader asks for something else. Anchors, aliases and tags are refused.
 */
@NullMarked
package dev.dormouse.core.yaml;

import org.jspecify.annotations.NullMarked;
