package dev.roundtable.debate;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a debate is allowed to do.
 *
 * @param rounds the last round before the first verdict, 1 to {@link #MAX_ROUNDS}
 * @param stopShare the share of the weighted valid votes at which a panel of five or more stops
 *     early, above 0.5 and at most 1; null if it never does
 */
public record Rules(
    Mode mode, int rounds, @Nullable Double stopShare, Duration seatTimeout, Duration deadline) {
  public static final int MAX_ROUNDS = 5;
  public static final int STOP_SHARE_MIN_SEATS = 5;
  public static final Rules DEFAULT =
      new Rules(Mode.AUTO, 2, null, Duration.ofSeconds(60), Duration.ofSeconds(180));

  /**
   * Checks the limits.
   *
   * @throws InvalidRequestException if the rounds are outside 1 to 5
   */
  public Rules {
    if (rounds < 1 || rounds > MAX_ROUNDS) {
      throw new InvalidRequestException(new RequestProblem.RoundsOutOfRange(rounds));
    }
    if (stopShare != null && (stopShare <= 0.5 || stopShare > 1)) {
      throw new IllegalArgumentException("stopShare must be above 0.5 and at most 1: " + stopShare);
    }
  }

  public Rules withMode(Mode other) {
    return new Rules(other, rounds, stopShare, seatTimeout, deadline);
  }

  public Rules withRounds(int other) {
    return new Rules(mode, other, stopShare, seatTimeout, deadline);
  }

  /**
   * Checks that these rules fit the question.
   *
   * @throws InvalidRequestException if an open question has options
   */
  public void check(Question question) {
    if (mode == Mode.OPEN && !question.options().isEmpty()) {
      throw new InvalidRequestException(new RequestProblem.OptionsForOpenQuestion());
    }
  }

  /** How long that seat may take for a ballot. */
  public Duration timeout(Seat seat) {
    var own = seat.timeout();
    return own == null ? seatTimeout : own;
  }

  /** The last round before the first verdict: a poll has one. */
  public int lastRound() {
    return mode == Mode.POLL ? 1 : rounds;
  }
}
