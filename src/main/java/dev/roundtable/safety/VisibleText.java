package dev.roundtable.safety;

import java.util.regex.Pattern;

/**
 * Text that shows all it contains and steers nothing: no control characters (a terminal would obey
 * them), no bidirectional overrides (text would read otherwise than it is), nothing invisible
 * (hidden instructions travel in tag characters), no piles of combining marks.
 */
public final class VisibleText {
  private static final int MAX_MARKS = 4;
  private static final int ZWNJ = 0x200C;
  private static final int ZWJ = 0x200D;
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern NEW_LINE = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\u2029]");

  private VisibleText() {}

  /** Keeps line breaks as {@code \n} and tabs; a broken surrogate becomes U+FFFD. */
  public static String of(String text) {
    if (isPlain(text)) {
      return text;
    }
    var lines = NEW_LINE.matcher(text).replaceAll("\n");
    var visible = new StringBuilder(lines.length());
    int marks = 0;
    for (int i = 0; i < lines.length(); ) {
      int point = lines.codePointAt(i);
      int next = i + Character.charCount(point);
      marks = isMark(point) ? marks + 1 : 0;
      if (isLoneSurrogate(point)) {
        visible.append('\uFFFD');
      } else if (point == ZWJ || point == ZWNJ) {
        appendJoiner(visible, lines, point, next);
      } else if (!isHidden(point) && marks <= MAX_MARKS) {
        visible.appendCodePoint(point);
      }
      i = next;
    }
    return visible.toString();
  }

  // Most text is, and is seen to be so much faster than it is looked through.
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  // What people type, the letters of Western Europe, and typographic dashes, quotes and dots.
  private static boolean isPlain(char c) {
    if (c <= '~') {
      return c >= ' ' || c == '\n' || c == '\t';
    }
    return (c >= 0xC0 && c <= 0x24F) || (c >= 0x2010 && c <= 0x2027);
  }

  /** {@link #of} on one line: every run of white space is one space. */
  public static String line(String text) {
    return SPACES.matcher(of(text)).replaceAll(" ").strip();
  }

  // Joiners shape emoji and some scripts; between ASCII they only hide.
  private static void appendJoiner(StringBuilder visible, String text, int joiner, int next) {
    boolean shapes =
        !visible.isEmpty()
            && visible.codePointBefore(visible.length()) > 0x7F
            && next < text.length()
            && text.codePointAt(next) > 0x7F;
    if (shapes && !isHidden(text.codePointAt(next))) {
      visible.appendCodePoint(joiner);
    }
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isLoneSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  private static boolean isHidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point != '\n' && point != '\t';
      case Character.FORMAT, Character.UNASSIGNED, Character.LINE_SEPARATOR -> true;
      case Character.PARAGRAPH_SEPARATOR -> true;
      default -> isFiller(point);
    };
  }

  // Letters and marks that print nothing: Hangul fillers, the grapheme joiner, odd selectors.
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
        || (point >= 0xFE00 && point <= 0xFE0D)
        || (point >= 0xE0000 && point <= 0xE0FFF);
  }
}
