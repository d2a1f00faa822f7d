package dev.roundtable.safety;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Says which shapes of credentials a text has to be searched for: those of which it holds what they
 * need. Looks through the text once for all of them, as nearly every text holds none.
 */
final class CredentialHints {
  private static final int ASCII = 128;
  private static final List<List<Hint>> BY_BEGINNING = byBeginning();
  private static final BitSet ALWAYS = always();

  private CredentialHints() {}

  private record Hint(String needed, int shape, boolean begun) {}

  private static List<List<Hint>> byBeginning() {
    var all = new ArrayList<List<Hint>>();
    for (int i = 0; i < ASCII * ASCII; i++) {
      all.add(new ArrayList<>(0));
    }
    for (int i = 0; i < CredentialShape.ALL.size(); i++) {
      var shape = CredentialShape.ALL.get(i);
      for (var needed : shape.needs()) {
        var hint = new Hint(needed, i, shape.begun());
        all.get(beginning(needed.charAt(0), needed.charAt(1))).add(hint);
      }
    }
    return all.stream().map(List::copyOf).toList();
  }

  private static BitSet always() {
    var always = new BitSet();
    for (int shape = 0; shape < CredentialShape.ALL.size(); shape++) {
      always.set(shape, CredentialShape.ALL.get(shape).needs().isEmpty());
    }
    return always;
  }

  private static int beginning(int first, int second) {
    return first * ASCII + second;
  }

  /** In their order. */
  static List<CredentialShape> shapes(String text) {
    var hinted = (BitSet) ALWAYS.clone();
    int before = ASCII;
    for (int i = 0; i < text.length(); i++) {
      int next = lowerCase(text.charAt(i));
      if (before < ASCII && next < ASCII) {
        hint(BY_BEGINNING.get(beginning(before, next)), text, i - 1, hinted);
      }
      before = next;
    }
    return hinted.stream().mapToObj(CredentialShape.ALL::get).toList();
  }

  private static int lowerCase(char c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }

  private static boolean isOfWord(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static void hint(List<Hint> hints, String text, int at, BitSet hinted) {
    for (int i = 0; i < hints.size(); i++) {
      var hint = hints.get(i);
      if ((!hint.begun() || at == 0 || !isOfWord(text.charAt(at - 1)))
          && text.regionMatches(true, at, hint.needed(), 0, hint.needed().length())) {
        hinted.set(hint.shape());
      }
    }
  }
}
