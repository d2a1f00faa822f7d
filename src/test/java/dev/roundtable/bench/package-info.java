/** Figures: what Roundtable costs and how fast it is, printed by one command. */
@NullMarked
package dev.roundtable.bench;

import org.jspecify.annotations.NullMarked;
