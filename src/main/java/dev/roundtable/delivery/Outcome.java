package dev.roundtable.delivery;

import java.time.Duration;

/** What became of a message that was to be posted, edited or deleted. Reasons are sentences. */
public sealed interface Outcome {
  record Done(RemoteId message) implements Outcome {}

  /** Nothing happened, and it is worth another try after that time: a limit, or an outage. */
  record Later(Duration after, String reason) implements Outcome {}

  /** It may have happened: the answer was lost. */
  record Unsure(String reason) implements Outcome {}

  /** It did not happen and never will; somebody has to do what the reason says. */
  record Refused(String reason) implements Outcome {}

  /** Somebody deleted the message, its thread or its channel. */
  record Gone(String reason) implements Outcome {}
}
