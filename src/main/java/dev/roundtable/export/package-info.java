/** Turns a transcript into files: text, Markdown, JSON. */
@NullMarked
package dev.roundtable.export;

import org.jspecify.annotations.NullMarked;
