package dev.roundtable.chat;

import dev.roundtable.debate.Cost;
import java.util.List;
import java.util.Optional;

/** What whoever runs the bot allows, beyond what is chosen in a channel. */
public interface Gate {
  /** Everything but credentials. */
  Gate OPEN =
      new Gate() {
        @Override
        public Optional<String> mayNotAsk(Where where, Visitor by) {
          return Optional.empty();
        }

        @Override
        public Optional<String> isBlocked(Visitor by) {
          return Optional.empty();
        }

        @Override
        public boolean mustConfirm(List<Cost> calls) {
          return false;
        }
      };

  /** Why that person may start no round there, in a sentence for them; nothing if they may. */
  Optional<String> mayNotAsk(Where where, Visitor by);

  /** Why nothing of that person is taken, in a sentence for them; nothing if it is. */
  Optional<String> isBlocked(Visitor by);

  /** Whether the asker says yes to the estimate of these calls before anybody is asked. */
  boolean mustConfirm(List<Cost> calls);

  /** Whether text that looks like it holds a credential is refused before it is kept. */
  default boolean refusesCredentials() {
    return true;
  }
}
