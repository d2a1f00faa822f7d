package dev.roundtable.export;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.text.AttributedString;

/**
 * The fonts that ship with the program: Latin, Greek and Cyrillic in two weights; Chinese, Japanese
 * and Korean.
 */
final class CardFonts {
  private static final Font REGULAR = read("noto-sans-regular.ttf");
  private static final Font BOLD = read("noto-sans-bold.ttf");
  private static final Font EAST_ASIAN = read("droid-sans-fallback.ttf");

  private CardFonts() {}

  private static Font read(String file) {
    try (var in = CardFonts.class.getResourceAsStream("fonts/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its font " + file);
      }
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException("the font " + file + " cannot be read", e);
    }
  }

  /** The text with a font for each of its characters; what no font has is left out. */
  static AttributedString dress(String text, boolean bold, float size) {
    var shown = shown(text);
    var dressed = new AttributedString(shown);
    var first = (bold ? BOLD : REGULAR).deriveFont(size);
    var second = EAST_ASIAN.deriveFont(bold ? Font.BOLD : Font.PLAIN, size);
    for (int start = 0; start < shown.length(); ) {
      boolean known = first.canDisplay(shown.codePointAt(start));
      int end = start;
      while (end < shown.length() && first.canDisplay(shown.codePointAt(end)) == known) {
        end += Character.charCount(shown.codePointAt(end));
      }
      dressed.addAttribute(TextAttribute.FONT, known ? first : second, start, end);
      start = end;
    }
    return dressed;
  }

  private static String shown(String text) {
    var shown = new StringBuilder();
    text.codePoints()
        .filter(point -> REGULAR.canDisplay(point) || EAST_ASIAN.canDisplay(point))
        .forEach(shown::appendCodePoint);
    return shown.isEmpty() ? " " : shown.toString();
  }
}
