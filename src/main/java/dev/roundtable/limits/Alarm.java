package dev.roundtable.limits;

/** Tells those who run the bot. */
@FunctionalInterface
public interface Alarm {
  /** Four fifths of it are used. Told once for each cap. */
  void nearlySpent(Cap cap, Balance balance);
}
