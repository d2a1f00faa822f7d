package dev.roundtable.panelist;

import java.util.ArrayList;
import java.util.List;

/**
 * What a model is asked.
 *
 * @param rules the same words for every seat of every debate
 */
record Ask(String rules, List<Turn> turns, Shape shape) {
  /** Words of either side. */
  record Turn(boolean byModel, String text) {}

  Ask {
    turns = List.copyOf(turns);
  }

  static Ask of(String rules, String matter, Shape shape) {
    return new Ask(rules, List.of(new Turn(false, matter)), shape);
  }

  /** The same, after the model said this and was told that. */
  Ask after(String said, String told) {
    var more = new ArrayList<>(turns);
    more.add(new Turn(true, said));
    more.add(new Turn(false, told));
    return new Ask(rules, more, shape);
  }
}
