/** Messages of a debate brought to a platform: in order, once, and as they should stand last. */
@NullMarked
package dev.roundtable.delivery;

import org.jspecify.annotations.NullMarked;
