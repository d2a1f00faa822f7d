package dev.roundtable.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which of the allowed words was meant. */
final class Nearest {
  private Nearest() {}

  /** The nearest of the words if it is near enough to be a slip of the pen. */
  static Optional<String> to(String written, Collection<String> allowed) {
    var folded = fold(written);
    if (folded.length() > 60) {
      return Optional.empty();
    }
    return allowed.stream()
        .filter(word -> distance(folded, fold(word)) <= folded.length() / 3)
        .min(Comparator.comparingInt(word -> distance(folded, fold(word))));
  }

  /** The question, with a blank before it, or nothing. */
  static String question(String written, Collection<String> allowed) {
    return to(written, allowed).map(word -> " Did you mean " + word + "?").orElse("");
  }

  private static String fold(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[-_ .]", "");
  }

  // Letters put in, left out, exchanged, or swapped with their neighbour.
  private static int distance(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (var i = 0; i <= a.length(); i++) {
      for (var j = 0; j <= b.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : step(rows, a, b, i, j);
      }
    }
    return rows[a.length()][b.length()];
  }

  private static int step(int[][] rows, String a, String b, int i, int j) {
    var same = a.charAt(i - 1) == b.charAt(j - 1);
    var best = Math.min(rows[i - 1][j], rows[i][j - 1]) + 1;
    best = Math.min(best, rows[i - 1][j - 1] + (same ? 0 : 1));
    var swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
  }
}
