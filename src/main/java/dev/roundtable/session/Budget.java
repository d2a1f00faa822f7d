package dev.roundtable.session;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.Person;

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

  /** Asked before a debate is opened, so that one without money for a round is not opened. */
  default Decision beforeDebate(DebateEvent.Opened opened) {
    return new Decision.Granted();
  }

  /** Asked before a follow-up is taken that opens a round, so that its author is told. */
  default Decision beforeFollowUp(Debate debate, Person by) {
    return new Decision.Granted();
  }

  /** Asked before each round is opened. */
  Decision beforeRound(Debate debate);
}
