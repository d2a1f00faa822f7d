package dev.roundtable.debate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's vote beside the panel's.
 *
 * @param verdictsSeen how many verdicts had been shown when it was cast
 * @param at when it was cast, as the platform says; null where it is not known
 */
public record TeamVote(Person person, OptionId option, int verdictsSeen, @Nullable Instant at) {
  /** Team votes are secret, so the counts of fewer voters are not shown. */
  public static final int MIN_VOTERS = 3;

  /** Which of the two counts, however they came in: the one that was cast later. */
  TeamVote or(TeamVote next) {
    return next.at != null && isAfter(next.at) ? this : next;
  }

  /** Whether it is known to have been cast later than that. */
  public boolean isAfter(Instant moment) {
    return at != null && at.isAfter(moment);
  }
}
