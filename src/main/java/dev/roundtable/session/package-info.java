/**
 * Runs debates: asks the {@link dev.roundtable.debate.Moderator} what comes next, does it through
 * the ports of this package, appends what happened, tells the audiences.
 */
@NullMarked
package dev.roundtable.session;

import org.jspecify.annotations.NullMarked;
