package dev.roundtable.session;

import dev.roundtable.debate.DebateEvent;
import java.time.Instant;

/**
 * An event as it stands in the archive.
 *
 * @param seq 1 for the first of its debate, without gaps
 */
public record Entry(long seq, Instant at, DebateEvent event) {}
