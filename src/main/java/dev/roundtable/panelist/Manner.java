package dev.roundtable.panelist;

/**
 * How a model is asked.
 *
 * @param store whether the provider is told to keep nothing, where its format has a field for it
 */
record Manner(Rung rung, boolean store) {
  static Manner beginningAt(Rung rung) {
    return new Manner(rung, true);
  }

  /** The same on the next rung, which at the lowest is the same. */
  Manner steppedDown() {
    return switch (rung) {
      case SCHEMA -> new Manner(Rung.JSON, store);
      case JSON, PLAIN -> new Manner(Rung.PLAIN, store);
    };
  }

  Manner withoutStore() {
    return new Manner(rung, false);
  }
}
