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

  // The categories M and N of Unicode.
  private static final int WORD_PARTS =
      1 << Character.NON_SPACING_MARK
          | 1 << Character.ENCLOSING_MARK
          | 1 << Character.COMBINING_SPACING_MARK
          | 1 << Character.DECIMAL_DIGIT_NUMBER
          | 1 << Character.LETTER_NUMBER
          | 1 << Character.OTHER_NUMBER;

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

  /** Whether the character there belongs to a word: a letter, a mark or a digit. */
  static boolean isOfWord(String text, int index) {
    char character = text.charAt(index);
    if (character <= 0x7F) {
      return Character.isLetterOrDigit(character);
    }
    boolean second = Character.isLowSurrogate(character) && index > 0;
    int point = second ? text.codePointBefore(index + 1) : text.codePointAt(index);
    return Character.isLetter(point) || (WORD_PARTS >> Character.getType(point) & 1) != 0;
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }
}
