/** The whole, killed at random moments. */
@NullMarked
package dev.roundtable.chaos;

import org.jspecify.annotations.NullMarked;
