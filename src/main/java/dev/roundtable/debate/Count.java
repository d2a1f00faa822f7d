package dev.roundtable.debate;

import java.util.List;

/**
 * What a verdict rests on.
 *
 * @param tally the last valid vote of each seat
 * @param seats how many sit at the table
 * @param absent seats without any valid vote
 * @param standing seats that failed in the last round, whose earlier vote stands
 * @param lean the votes of all rounds pooled; for the record only
 * @param afterDiscussion whether there was a round in which seats read each other
 */
public record Count(
    Tally tally,
    int seats,
    List<Absence> absent,
    List<Absence> standing,
    List<Change> changes,
    Tally lean,
    boolean afterDiscussion) {
  public static final int MIN_VOTES = 2;

  public Count {
    absent = List.copyOf(absent);
    standing = List.copyOf(standing);
    changes = List.copyOf(changes);
  }

  /** At least two valid votes, from more than half of the seats. */
  public boolean hasQuorum() {
    return isQuorum(tally.votes(), seats);
  }

  /** Whether that many valid votes are at least two, and from more than half of the seats. */
  public static boolean isQuorum(long votes, int seats) {
    return votes >= MIN_VOTES && votes * 2 > seats;
  }
}
