/** Tests of who may ask, and at what cost. */
@NullMarked
package dev.roundtable.limits;

import org.jspecify.annotations.NullMarked;
