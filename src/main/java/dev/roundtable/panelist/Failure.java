package dev.roundtable.panelist;

import dev.roundtable.debate.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Why a model gave no answer; every reason is fit for print. */
sealed interface Failure {
  record TimedOut(Duration after) implements Failure {}

  /** An address that must not be called. */
  record Blocked(String reason) implements Failure {}

  /** The key is not set, or no header can hold it. */
  record NoKey(String reason) implements Failure {}

  record KeyRejected(String reason) implements Failure {}

  record UnknownModel(String reason) implements Failure {}

  /** The provider does not take the way in which the model is held to a shape. */
  record RungUnsupported(String reason) implements Failure {}

  /** The provider does not know the field that asks it to keep nothing. */
  record StoreUnknown(String reason) implements Failure {}

  record Filtered(String reason) implements Failure {}

  /** It may work when it is tried again. */
  record Busy(String reason, Optional<Duration> retryAfter) implements Failure {}

  /** No connection, or none that lasted until the first byte; it may be tried again too. */
  record Unreachable(String reason) implements Failure {}

  record Rejected(String reason) implements Failure {}

  record Benched(Instant until, String reason) implements Failure {}

  /** Its name for those who count. */
  default String kind() {
    return switch (this) {
      case TimedOut _ -> "timed_out";
      case Blocked _ -> "blocked";
      case NoKey _ -> "no_key";
      case KeyRejected _ -> "key_rejected";
      case UnknownModel _ -> "unknown_model";
      case RungUnsupported _ -> "rung_unsupported";
      case StoreUnknown _ -> "store_unknown";
      case Filtered _ -> "filtered";
      case Busy _ -> "busy";
      case Unreachable _ -> "unreachable";
      case Rejected _ -> "rejected";
      case Benched _ -> "benched";
    };
  }

  /** What a transcript says of it. */
  default Cause cause() {
    return switch (this) {
      case TimedOut(var after) -> new Cause.TimedOut(after);
      case Blocked(var reason) -> new Cause.NotAllowed(reason);
      case NoKey(var reason) -> new Cause.NotAllowed(reason);
      case KeyRejected(var reason) -> new Cause.ProviderError(reason);
      case UnknownModel(var reason) -> new Cause.ProviderError(reason);
      case RungUnsupported(var reason) -> new Cause.ProviderError(reason);
      case StoreUnknown(var reason) -> new Cause.ProviderError(reason);
      case Filtered(var reason) -> new Cause.Filtered(reason);
      case Busy(var reason, _) -> new Cause.ProviderError(reason);
      case Unreachable(var reason) -> new Cause.ProviderError(reason);
      case Rejected(var reason) -> new Cause.ProviderError(reason);
      case Benched(var until, var reason) -> new Cause.Benched(until, reason);
    };
  }
}
