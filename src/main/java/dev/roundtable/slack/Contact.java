package dev.roundtable.slack;

import dev.roundtable.chat.Visitor;
import dev.roundtable.chat.Where;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who did something, and how to answer.
 *
 * @param trigger opens a form within three seconds, null if there is none
 * @param responseUrl answers that person alone, null if there is none
 * @param message the time stamp of what was written, null if nothing was
 */
record Contact(
    Where where,
    Visitor by,
    @Nullable String trigger,
    @Nullable String responseUrl,
    @Nullable String message) {}
