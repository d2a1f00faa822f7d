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

  /** Lower case, one plain space between words, none around, and nothing that cannot be seen. */
  public static String caseAndSpace(String text) {
    return SPACE.matcher(oneCase(visible(text))).replaceAll(" ").strip();
  }

  // Through upper case, where ß and SS are the same.
  private static String oneCase(String text) {
    return isAscii(text)
        ? text.toLowerCase(Locale.ROOT)
        : Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT);
  }

  /** Whether nothing of it can be seen: white space, format and control characters, fillers. */
  public static boolean isBlank(String text) {
    return visible(text).codePoints().allMatch(Folding::isSpace);
  }

  private static boolean isSpace(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point);
  }

  static String visible(String text) {
    if (text.codePoints().noneMatch(Folding::isInvisible)) {
      return text;
    }
    var visible = new StringBuilder(text.length());
    text.codePoints().filter(point -> !isInvisible(point)).forEach(visible::appendCodePoint);
    return visible.toString();
  }

  private static boolean isInvisible(int point) {
    if (point >= ' ' && point < 0x7F) {
      return false;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point < '\t' || point > '\r';
      case Character.FORMAT, Character.UNASSIGNED, Character.SURROGATE -> true;
      default -> isFiller(point);
    };
  }

  // Letters and marks that print nothing: Hangul fillers, the grapheme joiner, selectors.
  private static boolean isFiller(int point) {
    return point == 0x034F
        || point == 0x115F
        || point == 0x1160
        || point == 0x17B4
        || point == 0x17B5
        || point == 0x2800
        || point == 0x3164
        || point == 0xFFA0
        || (point >= 0x180B && point <= 0x180F)
        || (point >= 0xFE00 && point <= 0xFE0F)
        || (point >= 0xE0000 && point <= 0xE0FFF);
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
