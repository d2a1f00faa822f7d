@NullMarked
package dev.roundtable.delivery;

import org.jspecify.annotations.NullMarked;
