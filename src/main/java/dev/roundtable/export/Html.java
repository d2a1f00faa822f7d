package dev.roundtable.export;

import java.util.List;

/**
 * A piece of an HTML document. Whatever goes in as text comes out as text: there is no way to put
 * ready-made markup into it.
 */
public sealed interface Html permits Html.Text, Html.Several, Tag, StyleSheet {
  /** Words, escaped when written. */
  record Text(String text) implements Html {}

  /** Pieces one after the other. */
  record Several(List<Html> pieces) implements Html {
    public Several {
      pieces = List.copyOf(pieces);
    }
  }

  static Html text(String text) {
    return new Text(text);
  }

  static Html all(List<? extends Html> pieces) {
    return new Several(List.copyOf(pieces));
  }

  /** The markup. */
  default String write() {
    var page = new StringBuilder();
    write(this, page);
    return page.toString();
  }

  /** Appends the markup. */
  static void write(Html piece, StringBuilder page) {
    switch (piece) {
      case Text(var text) -> escape(text, page);
      case Several(var pieces) -> pieces.forEach(inner -> write(inner, page));
      case Tag tag -> tag.writeTo(page);
      case StyleSheet sheet -> page.append(sheet.css());
    }
  }

  /** Escapes for text and for quoted attributes alike; what HTML cannot hold becomes U+FFFD. */
  static void escape(String text, StringBuilder page) {
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      switch (point) {
        case '&' -> page.append("&amp;");
        case '<' -> page.append("&lt;");
        case '>' -> page.append("&gt;");
        case '"' -> page.append("&quot;");
        case '\'' -> page.append("&#39;");
        default -> page.appendCodePoint(isAllowed(point) ? point : 0xFFFD);
      }
      i += Character.charCount(point);
    }
  }

  private static boolean isAllowed(int point) {
    boolean control =
        (point < 0x20 && point != '\n' && point != '\t') || (point >= 0x7F && point < 0xA0);
    boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return !control && !surrogate && (point & 0xFFFE) != 0xFFFE;
  }
}
