package dev.roundtable.delivery;

import java.time.Duration;

/** Whether an action may begin now. */
public sealed interface Permit {
  record Granted() implements Permit {}

  /** A rate is used up; worth asking again after that time. */
  record Wait(Duration time) implements Permit {}
}
