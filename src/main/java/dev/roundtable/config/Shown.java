package dev.roundtable.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** Values as they may be printed: short, on one line, and never a credential. */
final class Shown {
  private static final int MAX_LENGTH = 60;

  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "(?:^|[^A-Za-z0-9])(?:sk-|pk-|rk_|gsk_|xai-|pplx-|xox[a-z]-|xapp-|ghp_|github_pat_|glpat-"
              + "|hf_|AIza|AKIA|ya29\\.|eyJ)[A-Za-z0-9_.-]{6,}"
              + "|(?i:bearer|basic)\\s+[A-Za-z0-9+/_.=-]{8,}"
              + "|-----BEGIN"
              + "|[A-Za-z0-9_-]{23,28}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,}");

  /** Too common among model ids to be refused, too likely a key to be printed. */
  private static final Pattern RANDOM =
      Pattern.compile("(?=\\S*[A-Za-z])(?=\\S*[0-9])[A-Za-z0-9+/_=-]{24,}");

  /** Where an address may carry a password. */
  private static final Pattern ADDRESSED = Pattern.compile("//[^/]*@|[?&;][^=]*=");

  private Shown() {}

  /** Whether it has the shape of a vendor's key. */
  static boolean isCredential(String text) {
    return CREDENTIAL.matcher(text).find();
  }

  private static boolean isUnfit(String text) {
    return isCredential(text) || RANDOM.matcher(text).find() || ADDRESSED.matcher(text).find();
  }

  static String key(String key) {
    return isUnfit(key) ? "a key that may hold a secret" : '"' + oneLine(key) + '"';
  }

  /** The value if it is short and harmless, else what kind of thing it is. */
  static String value(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> value.isEmpty() ? "an empty group" : "a group of keys";
      case ARRAY -> value.isEmpty() ? "an empty list" : "a list";
      case NULL, MISSING -> "nothing";
      case BOOLEAN -> value.asText();
      case NUMBER -> "the number " + value.asText();
      case STRING, BINARY, POJO -> text(value.asText());
    };
  }

  private static String text(String text) {
    if (text.isEmpty()) {
      return "an empty text";
    }
    return isUnfit(text) ? "a text that may hold a secret" : "the text \"" + oneLine(text) + '"';
  }

  private static String oneLine(String text) {
    var line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "...";
  }
}
