package dev.roundtable.panelist;

import dev.roundtable.debate.BallotForm;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.Seat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each seat and the chair say, word by word.
 *
 * @param chair null for a panel without one
 */
record Script(String panel, List<SeatLines> seats, @Nullable ChairLines chair) {
  /** A seat's lines, one for each round; the last is said again in later rounds. */
  record SeatLines(Seat seat, List<Line> lines) {}

  /** What a seat does in a round. */
  sealed interface Line {
    Duration delay();

    /** Says this; a ballot is read from it as from a model's words. */
    record Says(String text, Duration delay) implements Line {}

    /** Hands in what was handed in before. */
    record Repeats(RecordedBallot ballot, Duration delay) implements Line {}

    record Fails(Cause cause, Duration delay) implements Line {}

    /** Never answers. */
    record Hangs(Duration delay) implements Line {}
  }

  /**
   * What the chair does.
   *
   * @param form null if it cannot tell
   * @param groups labels with seat ids; empty if it cannot group
   * @param summaries one for each verdict; the last is said again
   */
  record ChairLines(
      @Nullable BallotForm form, Map<String, List<String>> groups, List<SummaryLine> summaries) {}

  /** What the chair does when it is asked for a summary. */
  sealed interface SummaryLine {
    /**
     * Writes one.
     *
     * @param winner the label it claims to have won, null for what was counted
     * @param strongest by label
     * @param counterpoints by label
     */
    record Writes(
        @Nullable String text,
        @Nullable String winner,
        Map<String, String> strongest,
        Map<String, String> counterpoints,
        @Nullable String wouldChange)
        implements SummaryLine {}

    /** Writes one with other counts than were counted. */
    record Miscounts(String text) implements SummaryLine {}

    record Fails(Cause cause) implements SummaryLine {}
  }
}
