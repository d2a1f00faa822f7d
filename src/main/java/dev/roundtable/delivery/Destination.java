package dev.roundtable.delivery;

import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Venue;
import org.jspecify.annotations.Nullable;

/**
 * Where the posts of a debate go.
 *
 * @param anchor the message on which the debate's thread hangs, null until it is sent
 */
public record Destination(DebateId debate, Venue venue, @Nullable RemoteId anchor) {}
