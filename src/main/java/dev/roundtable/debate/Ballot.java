package dev.roundtable.debate;

import org.jspecify.annotations.Nullable;

/** What a seat hands in for a round. A model that failed abstains with its cause. */
public sealed interface Ballot {
  SeatId seat();

  /** A ballot with words in it. */
  sealed interface Answered extends Ballot {
    /** Markdown as the model wrote it; untrusted. */
    String reasons();

    /** From 0 to 1; null if the seat gave none. */
    @Nullable Double confidence();

    /** The same without its words; what it votes for stays. */
    Answered withoutWords();
  }

  /**
   * A vote for an option of the paper.
   *
   * @param because the argument that changed its mind, null if it named none
   */
  record Vote(
      SeatId seat,
      OptionId option,
      String reasons,
      @Nullable Double confidence,
      @Nullable ArgumentId because)
      implements Answered {
    public Vote {
      checkConfidence(confidence);
    }

    @Override
    public Vote withoutWords() {
      return new Vote(seat, option, "", confidence, because);
    }
  }

  /** An answer to an open question; a vote once the positions are grouped into options. */
  record Position(SeatId seat, String statement, String reasons, @Nullable Double confidence)
      implements Answered {
    public Position {
      checkConfidence(confidence);
      if (Folding.isBlank(statement)) {
        throw new IllegalArgumentException("a position says something");
      }
    }

    @Override
    public Position withoutWords() {
      return new Position(seat, Option.HIDDEN, "", confidence);
    }

    boolean isHidden() {
      return statement.equals(Option.HIDDEN);
    }

    Vote votesFor(OptionId option) {
      return new Vote(seat, option, reasons, confidence, null);
    }
  }

  record Abstention(SeatId seat, Cause cause) implements Ballot {}

  private static void checkConfidence(@Nullable Double confidence) {
    if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be from 0 to 1, not " + confidence);
    }
  }
}
