package dev.roundtable.export;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.text.AttributedString;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fonts that ship with the program: Latin, Greek and Cyrillic in two weights; Arabic, Hebrew,
 * Thai and Devanagari; Chinese, Japanese and Korean; emoji without colour.
 */
final class CardFonts {
  private static final Font REGULAR = read("noto-sans-regular.ttf");
  private static final Font BOLD = read("noto-sans-bold.ttf");
  // The larger last, as they have some characters of the others too.
  private static final List<Font> OTHERS =
      Stream.of(
              "noto-sans-arabic.ttf",
              "noto-sans-hebrew.ttf",
              "noto-sans-thai.ttf",
              "noto-sans-devanagari.ttf",
              "droid-sans-fallback.ttf",
              "noto-emoji.ttf")
          .map(CardFonts::read)
          .toList();

  /** Stands for what no font has. */
  private static final String UNKNOWN = "…";

  private static final int JOINER = 0x200D;

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

  /**
   * The text with a font for each of its characters. Of what no font has, an ellipsis is left, so
   * that nobody takes the rest for the whole.
   */
  static AttributedString dress(String text, boolean bold, float size) {
    var shown = shown(text);
    var dressed = new AttributedString(shown);
    for (int start = 0; start < shown.length(); ) {
      var font = of(shown.codePointAt(start), bold).orElse(REGULAR);
      int end = start;
      while (end < shown.length() && continues(font, shown.codePointAt(end), bold)) {
        end += Character.charCount(shown.codePointAt(end));
      }
      int style = bold && !font.equals(BOLD) ? Font.BOLD : Font.PLAIN;
      dressed.addAttribute(TextAttribute.FONT, font.deriveFont(style, size), start, end);
      start = end;
    }
    return dressed;
  }

  // What joins emoji, or colours them, must be of their font to do so.
  private static boolean continues(Font font, int point, boolean bold) {
    boolean joins = JOINER == point || Character.getType(point) == Character.NON_SPACING_MARK;
    return (joins && font.canDisplay(point)) || of(point, bold).orElse(REGULAR).equals(font);
  }

  private static Optional<Font> of(int point, boolean bold) {
    var first = bold ? BOLD : REGULAR;
    return first.canDisplay(point)
        ? Optional.of(first)
        : OTHERS.stream().filter(font -> font.canDisplay(point)).findFirst();
  }

  private static String shown(String text) {
    var shown = new StringBuilder();
    text.codePoints()
        .forEach(point -> {
          if (of(point, false).isPresent()) {
            shown.appendCodePoint(point);
          } else if (isSeen(point) && !shown.toString().endsWith(UNKNOWN)) {
            shown.append(UNKNOWN);
          }
        });
    return shown.toString().isBlank() ? UNKNOWN : shown.toString();
  }

  private static boolean isSeen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.NON_SPACING_MARK,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
