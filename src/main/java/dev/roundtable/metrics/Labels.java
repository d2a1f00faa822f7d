package dev.roundtable.metrics;

import dev.roundtable.debate.Cause;
import dev.roundtable.debate.Verdict;
import dev.roundtable.delivery.Outcome;

/** What things are called in labels. */
final class Labels {
  private Labels() {}

  static String name(Cause cause) {
    return switch (cause) {
      case Cause.TimedOut _ -> "timed_out";
      case Cause.Refused _ -> "refused";
      case Cause.Unreadable _ -> "unreadable";
      case Cause.CutOff _ -> "cut_off";
      case Cause.Filtered _ -> "filtered";
      case Cause.ProviderError _ -> "provider_error";
      case Cause.Benched _ -> "benched";
      case Cause.NotAllowed _ -> "not_allowed";
      case Cause.Vacant _ -> "vacant";
      case Cause.Unscripted _ -> "unscripted";
      case Cause.Broken _ -> "broken";
      case Cause.Halted _ -> "halted";
    };
  }

  static String name(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Unanimous _ -> "unanimous";
      case Verdict.Supermajority _ -> "supermajority";
      case Verdict.Majority _ -> "majority";
      case Verdict.Plurality _ -> "plurality";
      case Verdict.Tied _ -> "tied";
      case Verdict.NoQuorum _ -> "no_quorum";
    };
  }

  static String name(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _ -> "done";
      case Outcome.Later _ -> "later";
      case Outcome.Unsure _ -> "unsure";
      case Outcome.Refused _ -> "refused";
      case Outcome.Gone _ -> "gone";
    };
  }
}
