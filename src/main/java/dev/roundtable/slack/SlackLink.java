package dev.roundtable.slack;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A way in which Slack reaches the bot. */
interface SlackLink {
  /** What is missing for it, as a sentence; nothing if it can be tried. */
  Optional<String> missing();

  /**
   * Makes the connection and returns once it is lost.
   *
   * @param trouble hears what is wrong as a sentence, null once all is well
   * @return false if there never was one
   */
  boolean hold(Consumer<@Nullable String> trouble) throws InterruptedException;
}
