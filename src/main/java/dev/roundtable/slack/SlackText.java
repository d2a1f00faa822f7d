package dev.roundtable.slack;

import dev.roundtable.safety.VisibleText;
import java.util.regex.Pattern;

/**
 * The ways in which text goes into Slack. Whatever comes in, nothing that comes out mentions
 * anybody, hides a link, or begins a block of its own.
 */
final class SlackText {
  private static final String ELLIPSIS = "…";
  private static final Pattern SPECIAL =
      Pattern.compile("[\\\\`*\\[\\]|~]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");
  // What would begin a block at the start of a line.
  private static final Pattern OPENING =
      Pattern.compile("(?m)^([ \\t]*)(\\d{0,9})([-+=#]|(?<=\\d)[.)](?=\\s|$))");

  private SlackText() {}

  /**
   * For {@code text} and mrkdwn: as Slack's page on formatting text says, these three and no more.
   */
  static String mrkdwn(String text) {
    return VisibleText.of(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * For a line of a markdown block. Slack reads mentions there too; {@code <} and {@code >} are
   * entities for it, while an ampersand stays as it is.
   */
  static String markdown(String text) {
    var escaped = SPECIAL.matcher(VisibleText.of(text)).replaceAll("\\\\$0");
    var lines = OPENING.matcher(escaped).replaceAll("$1$2\\\\$3");
    return angles(lines);
  }

  /** For code in a markdown block, where a backslash is a backslash. */
  static String code(String text) {
    return angles(VisibleText.of(text));
  }

  private static String angles(String text) {
    return text.replace("<", "&lt;").replace(">", "&gt;");
  }

  /** For plain_text and rich_text, which Slack reads as nothing but text. */
  static String plain(String text, int most) {
    return cut(VisibleText.of(text), most);
  }

  /** On one line, and never empty, as Slack takes no empty text. */
  static String label(String text, int most) {
    var line = VisibleText.line(text);
    return line.isEmpty() ? "–" : cut(line, most);
  }

  /** The text, or its first words with an ellipsis; never half an entity or character. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = wordEnd(text, most - ELLIPSIS.length());
    return text.substring(0, end).stripTrailing() + ELLIPSIS;
  }

  /**
   * Where to cut so that at most that many characters stand before: after a word if there is one.
   */
  static int wordEnd(String text, int most) {
    if (text.length() <= most) {
      return text.length();
    }
    int end = most;
    while (end > most / 2 && !Character.isWhitespace(text.charAt(end))) {
      end--;
    }
    return end > most / 2 ? end : whole(text, most);
  }

  // Of a word that is too long by itself: not inside an escape, an entity or a pair of surrogates.
  private static int whole(String text, int most) {
    int end = most;
    int entity = text.lastIndexOf('&', end - 1);
    if (entity >= 0 && end - entity < "&quot;".length() && text.indexOf(';', entity) >= end) {
      end = entity;
    }
    if (Character.isLowSurrogate(text.charAt(end)) && end > 0) {
      end--;
    }
    int slashes = 0;
    while (end - slashes > 0 && text.charAt(end - slashes - 1) == '\\') {
      slashes++;
    }
    return slashes % 2 == 0 ? end : end - 1;
  }
}
