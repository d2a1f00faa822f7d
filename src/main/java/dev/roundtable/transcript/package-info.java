/**
 * The neutral document of a debate: what is said, its weight and its stable key, never how long,
 * how wide or how coloured.
 */
@NullMarked
package dev.roundtable.transcript;

import org.jspecify.annotations.NullMarked;
