/** Makes untrusted text harmless before it is shown or sent: pure functions on strings. */
@NullMarked
package dev.roundtable.safety;

import org.jspecify.annotations.NullMarked;
