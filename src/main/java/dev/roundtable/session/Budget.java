package dev.roundtable.session;

import dev.roundtable.debate.Debate;

/** Whether there is money for another round. */
@FunctionalInterface
public interface Budget {
  Budget UNLIMITED = _ -> new Decision.Granted();

  /** What was decided. */
  sealed interface Decision {
    record Granted() implements Decision {}

    /** A sentence that says what is used up and when it resets. */
    record Spent(String reason) implements Decision {}
  }

  /** Asked before each round is opened. */
  Decision beforeRound(Debate debate);
}
