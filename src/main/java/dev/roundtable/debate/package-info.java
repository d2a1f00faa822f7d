/**
 * The rules of a debate as values and pure functions: no I/O, clock, thread or platform.
 *
 * <p>A {@link dev.roundtable.debate.Debate} is the fold of its {@link
 * dev.roundtable.debate.DebateEvent}s; the {@link dev.roundtable.debate.Moderator} says from it
 * what has to happen next.
 */
@NullMarked
package dev.roundtable.debate;

import org.jspecify.annotations.NullMarked;
