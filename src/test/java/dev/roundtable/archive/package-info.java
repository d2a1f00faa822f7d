@NullMarked
package dev.roundtable.archive;

import org.jspecify.annotations.NullMarked;
