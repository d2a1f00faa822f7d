package dev.roundtable.session;

import java.time.Instant;
import java.util.List;

/** What became of something a person did in a debate. */
public sealed interface Receipt {
  record Taken() implements Receipt {}

  record SeenBefore() implements Receipt {}

  record UnknownDebate() implements Receipt {}

  /** It looks like it holds these kinds of credentials, so it was neither stored nor sent. */
  record HoldsCredential(List<String> kinds) implements Receipt {
    public HoldsCredential {
      kinds = List.copyOf(kinds);
    }
  }

  /** Not within the budget; the reason is a sentence for the person. */
  record NotPermitted(String reason) implements Receipt {}

  /** A follow-up of so many characters, where so many are allowed. */
  record TooLong(int length, int allowed) implements Receipt {}

  /** The archive failed, so it was lost. */
  record NotStored(StoreException trouble) implements Receipt {}

  /** Another follow-up round is possible from that time on. */
  record TooManyFollowUps(int perHour, Instant again) implements Receipt {}
}
