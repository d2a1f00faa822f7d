/** Who may ask, how often, at what cost. */
@NullMarked
package dev.roundtable.limits;

import org.jspecify.annotations.NullMarked;
