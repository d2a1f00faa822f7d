package dev.roundtable.slack;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as Slack hands it over, read as people read it: entities become characters, links their
 * words, mentions names.
 */
final class SlackMentions {
  private static final Pattern TOKEN = Pattern.compile("<([@#!]?)([^<>|\\s]*)(?:\\|([^<>]*))?>");

  private SlackMentions() {}

  /**
   * Reads the text.
   *
   * @param names a person's name by id
   */
  static String read(String text, Function<String, String> names) {
    var read = TOKEN.matcher(text).replaceAll(m -> Matcher.quoteReplacement(token(m, names)));
    return read.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static String token(java.util.regex.MatchResult match, Function<String, String> names) {
    var id = match.group(2);
    var label = match.group(3);
    return switch (match.group(1)) {
      case "@" -> "@" + names.apply(id);
      case "#" -> "#" + (label == null || label.isBlank() ? "channel" : label);
      case "!" -> special(id, label);
      default -> label == null || label.equals(id) ? id : label + " (" + id + ")";
    };
  }

  // A date, a user group or everybody; none of them is to be called again.
  private static String special(String id, String label) {
    if (label != null && !label.isBlank()) {
      return label;
    }
    int end = id.indexOf('^');
    return "@" + (end < 0 ? id : id.substring(0, end));
  }

  /** Whether that person is mentioned. */
  static boolean mentions(String text, String user) {
    return text.contains("<@" + user + ">") || text.contains("<@" + user + "|");
  }

  /** The text without any mention of that person. */
  static String without(String text, String user) {
    var mention = "<@" + Pattern.quote(user) + "(?:\\|[^<>]*)?>";
    return text.replaceAll("[ \\t]*" + mention + "[ \\t]*[:,]?", " ").strip();
  }
}
