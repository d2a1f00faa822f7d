package dev.roundtable.debate;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Ways of writing the same thing, made equal. */
public final class Folding {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  // Only Latin-style accents: a Japanese or Indic mark makes another letter.
  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private Folding() {}

  /** Lower case, one plain space between words, none around. */
  public static String caseAndSpace(String text) {
    var composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return SPACE.matcher(composed.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /** {@link #caseAndSpace} without accents. */
  public static String caseAndAccents(String text) {
    var decomposed = Normalizer.normalize(caseAndSpace(text), Normalizer.Form.NFD);
    return Normalizer.normalize(ACCENTS.matcher(decomposed).replaceAll(""), Normalizer.Form.NFC);
  }

  /** {@link #caseAndSpace} without punctuation and symbols; empty if nothing else was there. */
  public static String words(String text) {
    return NO_WORD.matcher(caseAndSpace(text)).replaceAll(" ").strip();
  }
}
