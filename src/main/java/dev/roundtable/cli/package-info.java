/** The commands of the program. */
@NullMarked
package dev.roundtable.cli;

import org.jspecify.annotations.NullMarked;
