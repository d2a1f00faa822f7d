package dev.roundtable.chat;

import java.time.Duration;

/** Tells what comes a second time; shared by all replicas. */
@FunctionalInterface
public interface Repeats {
  /**
   * Whether that was asked about before. Of several that ask at once, one is told that it is not.
   * May throw a {@link dev.roundtable.session.StoreException}.
   *
   * @param what at most 200 characters
   * @param remembered for how long it is remembered at least, from the first time on
   */
  boolean isRepeat(String what, Duration remembered);
}
