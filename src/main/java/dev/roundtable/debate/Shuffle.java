package dev.roundtable.debate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Orders that are fair and can be made again from the debate's id. */
final class Shuffle {
  private Shuffle() {}

  static <T> List<T> of(List<T> items, DebateId debate, String... purpose) {
    long seed = mix(debate.value().hashCode());
    for (var word : purpose) {
      seed = mix(seed ^ word.hashCode());
    }
    var shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, new Random(seed));
    return List.copyOf(shuffled);
  }

  // The finaliser of SplitMix64: near seeds give unrelated orders.
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
