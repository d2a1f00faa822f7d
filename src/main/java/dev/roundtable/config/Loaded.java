package dev.roundtable.config;

import java.util.List;

/** What came of reading the configuration. */
public sealed interface Loaded {
  /** Nothing is wrong with it. */
  record Valid(Configuration configuration, EffectiveConfig effective) implements Loaded {}

  /** Everything that is wrong with it, in the order of the file. */
  record Invalid(List<Problem> problems) implements Loaded {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }
}
