/** The composition root: builds every part, starts and stops them in order. */
@NullMarked
package dev.roundtable;

import org.jspecify.annotations.NullMarked;
