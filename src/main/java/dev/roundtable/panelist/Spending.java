package dev.roundtable.panelist;

import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.Source;
import dev.roundtable.debate.Tokens;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds up what several calls took. */
final class Spending {
  private Spending() {}

  /** The later call says which model answered, if it says so. */
  static Provenance sum(Provenance first, Provenance second) {
    return new Provenance(
        second.modelId() == null ? first.modelId() : second.modelId(),
        sum(first.tokens(), second.tokens()),
        first.cost().plus(second.cost()),
        sources(first.sources(), second.sources()));
  }

  // The numbers in the words that are kept are those of the later call, if it gave any sources.
  private static List<Source> sources(List<Source> first, List<Source> second) {
    var earlier = first.stream().filter(source -> !second.contains(source));
    return second.isEmpty() ? first : Stream.concat(second.stream(), earlier).toList();
  }

  private static @Nullable Tokens sum(@Nullable Tokens first, @Nullable Tokens second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return first.plus(second);
  }
}
