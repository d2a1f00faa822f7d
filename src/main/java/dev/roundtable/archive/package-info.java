/** Keeps debates: their events, what people did in them, and who holds them. */
@NullMarked
package dev.roundtable.archive;

import org.jspecify.annotations.NullMarked;
