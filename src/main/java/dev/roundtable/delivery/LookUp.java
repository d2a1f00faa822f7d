package dev.roundtable.delivery;

import java.time.Duration;

/** What a search for a message came to. */
public sealed interface LookUp {
  record Found(RemoteId message) implements LookUp {}

  /** It is certainly not there. */
  record Absent() implements LookUp {}

  /** The platform did not say; worth another try after that time. */
  record Unknown(Duration after, String reason) implements LookUp {}
}
