package dev.roundtable.debate;

/**
 * A person's vote beside the panel's.
 *
 * @param verdictsSeen how many verdicts had been shown when it was cast
 */
public record TeamVote(Person person, OptionId option, int verdictsSeen) {
  /** Team votes are secret, so the counts of fewer voters are not shown. */
  public static final int MIN_VOTERS = 3;
}
