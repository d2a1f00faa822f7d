/** Roundtable in Slack. */
@NullMarked
package dev.roundtable.slack;

import org.jspecify.annotations.NullMarked;
