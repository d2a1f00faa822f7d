package dev.roundtable.session;

import dev.roundtable.debate.DebateId;

/**
 * The right to append to a debate.
 *
 * @param epoch higher with each lease of the debate; a lease of a lower epoch is void
 */
public record Lease(DebateId debate, long epoch) {}
