/**
 * Reads {@code dormouse.yaml} and the workflow files it names. Everything is checked that can be checked without asking a
 * remote system and without a single secret; what the connectors want is checked when they are connected.
 */
@NullMarked
package dev.dormouse.core.config;

import org.jspecify.annotations.NullMarked;
