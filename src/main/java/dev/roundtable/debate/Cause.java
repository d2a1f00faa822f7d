package dev.roundtable.debate;

import java.time.Duration;
import java.time.Instant;

/** Why a seat, or the chair, gave no usable answer. */
public sealed interface Cause {
  record TimedOut(Duration after) implements Cause {}

  /** The model declined, in these words. */
  record Refused(String words) implements Cause {}

  /** It answered, but no vote could be read from this. */
  record Unreadable(String excerpt) implements Cause {}

  /** The answer ended at the length limit before a vote was written. */
  record CutOff() implements Cause {}

  /** The provider withheld the answer. */
  record Filtered(String reason) implements Cause {}

  /** The provider failed, with its own reason, free of secrets. */
  record ProviderError(String reason) implements Cause {}

  /** It failed several times in a row, last for this reason, and is not asked until then. */
  record Benched(Instant until, String reason) implements Cause {}

  record NotAllowed(String reason) implements Cause {}

  /** Nobody sits there any more: it is no longer in the configuration. */
  record Vacant() implements Cause {}

  /** Its script has no words for what it was asked. */
  record Unscripted() implements Cause {}

  /** Something of our own broke, of that kind. */
  record Broken(String kind) implements Cause {}

  /** The debate was ended before it answered. */
  record Halted(StopOrder order) implements Cause {}
}
