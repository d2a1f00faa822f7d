package dev.roundtable.slack;

import dev.roundtable.transcript.Block;

/** An option's share as a bar that looks the same in every font. */
final class CountBar {
  private static final int LENGTH = 10;

  private CountBar() {}

  static String of(Block.CountLine line) {
    int full = (int) Math.round(Math.clamp(line.share(), 0, 1) * LENGTH);
    return "█".repeat(full) + "░".repeat(LENGTH - full);
  }
}
