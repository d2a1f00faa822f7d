package dev.roundtable.debate;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Ways of writing the same thing, made equal. */
public final class Folding {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  // Only Latin-style accents: a Japanese or Indic mark makes another letter.
  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");
  static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private Folding() {}

  /** Lower case, one plain space between words, none around. */
  public static String caseAndSpace(String text) {
    var composed = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    return SPACE.matcher(composed.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /** {@link #caseAndSpace} without accents. */
  public static String caseAndAccents(String text) {
    var folded = caseAndSpace(text);
    if (isAscii(folded)) {
      return folded;
    }
    var decomposed = Normalizer.normalize(folded, Normalizer.Form.NFD);
    return Normalizer.normalize(ACCENTS.matcher(decomposed).replaceAll(""), Normalizer.Form.NFC);
  }

  /** {@link #caseAndSpace} without punctuation and symbols; empty if nothing else was there. */
  public static String words(String text) {
    return NO_WORD.matcher(caseAndSpace(text)).replaceAll(" ").strip();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }
}
