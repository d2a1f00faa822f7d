package dev.roundtable.config;

import java.util.Comparator;

/** Something that is wrong with the configuration, in a sentence that holds no secret. */
public record Problem(Origin origin, String sentence) {
  static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::origin, Origin.ORDER).thenComparing(Problem::sentence);

  @Override
  public String toString() {
    return origin + ": " + sentence;
  }
}
