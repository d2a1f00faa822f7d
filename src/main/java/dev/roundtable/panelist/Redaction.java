package dev.roundtable.panelist;

import dev.roundtable.debate.Excerpt;
import java.util.regex.Pattern;

/** Makes what a provider said about an error fit for logs, chat and transcripts. */
final class Redaction {
  private static final int MAX_LENGTH = 300;
  private static final String GONE = "[secret]";
  private static final Pattern TAG = Pattern.compile("<(?:style|script)[\\s\\S]*?</[^>]*>|<[^>]*>");
  private static final Pattern NO_PRINT = Pattern.compile("[\\p{C}\\s]+");
  // Some providers repeat the key, or its start and end around asterisks.
  private static final Pattern KEYS =
      Pattern.compile(
          "(?i)\\b(?:bearer|basic)\\s+[\\w.~+/*=-]{8,}"
              + "|\\b(?:sk|rk|gsk|xai|pplx|hf)[-_][\\w*.-]{5,}[\\w*]"
              + "|\\bAIza[\\w*-]{10,}|\\beyJ[\\w-]{10,}(?:\\.[\\w-]+)*"
              + "|(?<=[?&](?:key|token|api_key)=)[^\\s&\"']+"
              + "|\\b[\\w-]{0,12}\\*{4,}[\\w-]{0,12}");

  private Redaction() {}

  /** Shortened, on one line, without mark-up, and without that key or anything like a key. */
  static String of(String text, String key) {
    var start = text.length() > 20_000 ? text.substring(0, 20_000) : text;
    var bare = key.length() < 4 ? start : start.replace(key, GONE);
    var plain = NO_PRINT.matcher(TAG.matcher(bare).replaceAll(" ")).replaceAll(" ").strip();
    return Excerpt.of(KEYS.matcher(plain).replaceAll(GONE), MAX_LENGTH);
  }
}
