package dev.roundtable.panelist;

import dev.roundtable.debate.Tokens;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Hears of each call to a provider, on the thread that made it: it has to be quick. */
@FunctionalInterface
public interface CallWatch {
  CallWatch NOBODY = _ -> {};

  /**
   * A call that is over.
   *
   * @param provider its id in the configuration
   * @param model as the configuration names it
   * @param took from sending to the end of the answer
   * @param tokens null if the provider reported none
   * @param error the kind of failure as one word, null if there was an answer
   */
  record Call(
      String provider,
      String model,
      Duration took,
      @Nullable Tokens tokens,
      @Nullable String error) {}

  void ended(Call call);
}
