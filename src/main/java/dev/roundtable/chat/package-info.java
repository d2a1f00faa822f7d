/** A debate as it looks in any chat, and what people may do there. No platform in it. */
@NullMarked
package dev.roundtable.chat;

import org.jspecify.annotations.NullMarked;
