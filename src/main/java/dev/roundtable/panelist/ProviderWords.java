package dev.roundtable.panelist;

import dev.roundtable.debate.Excerpt;
import dev.roundtable.safety.Redaction;
import java.util.regex.Pattern;

/** Makes what a provider said fit for logs, chat and transcripts. */
final class ProviderWords {
  private static final int MAX_LENGTH = 300;
  private static final Pattern TAG = Pattern.compile("<(?:style|script)[\\s\\S]*?</[^>]*>|<[^>]*>");
  private static final Pattern NO_PRINT = Pattern.compile("[\\p{C}\\s]+");
  // Some providers repeat the start and the end of the key around asterisks.
  private static final Pattern MASKED = Pattern.compile("\\b[\\w-]{0,12}\\*{4,}[\\w-]{0,12}");

  private ProviderWords() {}

  /** Shortened, on one line, without mark-up, and without that key or anything like a key. */
  static String of(String text, String key) {
    var start = text.length() > 20_000 ? text.substring(0, 20_000) : text;
    var bare = key.length() < 4 ? start : start.replace(key, Redaction.MARK);
    var plain = NO_PRINT.matcher(TAG.matcher(bare).replaceAll(" ")).replaceAll(" ").strip();
    var unmasked = MASKED.matcher(plain).replaceAll(Redaction.MARK);
    return Excerpt.of(Redaction.redact(unmasked), MAX_LENGTH);
  }
}
