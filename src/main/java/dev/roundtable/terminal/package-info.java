/** The terminal as a front end: live progress, the transcript, a prompt for follow-ups. */
@NullMarked
package dev.roundtable.terminal;

import org.jspecify.annotations.NullMarked;
