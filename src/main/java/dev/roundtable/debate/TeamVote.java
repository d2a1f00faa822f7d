package dev.roundtable.debate;

/**
 * A person's vote beside the panel's.
 *
 * @param verdictsSeen how many verdicts had been shown when it was cast
 */
public record TeamVote(Person person, OptionId option, int verdictsSeen) {}
