/** Pages for people: transcripts, the playground; and what a machine asks of a server. */
@NullMarked
package dev.roundtable.web;

import org.jspecify.annotations.NullMarked;
