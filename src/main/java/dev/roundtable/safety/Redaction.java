package dev.roundtable.safety;

import java.util.List;
import java.util.regex.Pattern;

/** Takes credentials out of text by their shapes. */
public final class Redaction {
  private static final String MARK = "[redacted]";

  // Whole tokens first, then what stands behind a telling name. Sources: the vendors' own
  // descriptions of their key formats, and RFC 6750, 7519 and 7468.
  private static final List<Pattern> TOKENS =
      List.of(
          Pattern.compile(
              "-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\\z)",
              Pattern.DOTALL),
          Pattern.compile("\\b(?:sk|pk|rk)-[A-Za-z0-9_-]{16,}"),
          Pattern.compile("\\b(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{10,}"),
          Pattern.compile("\\b(?:xai|gsk|pplx|r8|hf|dsk|nvapi)[-_][A-Za-z0-9_-]{16,}"),
          Pattern.compile("\\bxox[a-z]-[A-Za-z0-9-]{8,}"),
          Pattern.compile("\\bxapp-[A-Za-z0-9-]{8,}"),
          Pattern.compile("\\bAIza[A-Za-z0-9_-]{30,}"),
          Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b"),
          Pattern.compile("\\b(?:ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9]{20,}"),
          Pattern.compile("\\bgithub_pat_[A-Za-z0-9_]{20,}"),
          Pattern.compile("\\bglpat-[A-Za-z0-9_-]{16,}"),
          Pattern.compile("\\bnpm_[A-Za-z0-9]{30,}"),
          Pattern.compile("\\bSG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}"),
          Pattern.compile("\\bya29\\.[A-Za-z0-9_-]{20,}"),
          Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*"),
          Pattern.compile("\\b[MNO][A-Za-z0-9_-]{23,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,}"),
          Pattern.compile("https://hooks\\.slack\\.com/[A-Za-z0-9/_-]+"),
          Pattern.compile(
              "https://(?:[a-z]+\\.)?discord(?:app)?\\.com/api/(?:v\\d+/)?webhooks/[\\w/-]+"));
  private static final Pattern USER_INFO =
      Pattern.compile("(\\b[a-z][a-z0-9+.-]*://)[^\\s/@:]*:[^\\s/@]+@");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)((?:authorization|x-api-key|x-goog-api-key|api[-_ ]?key|secret|token|password|passwd"
              + "|pwd)[\"']?\\s*[:=]\\s*[\"']?(?:bearer\\s+|basic\\s+)?)[^\\s\"',;&)\\]}]{6,}");
  private static final Pattern BEARER =
      Pattern.compile("(?i)(\\bbearer\\s+)[A-Za-z0-9._~+/=-]{8,}");

  private Redaction() {}

  /** The text with everything that looks like a credential replaced. */
  public static String of(String text) {
    var redacted = text;
    for (var token : TOKENS) {
      redacted = token.matcher(redacted).replaceAll(MARK);
    }
    redacted = USER_INFO.matcher(redacted).replaceAll("$1" + MARK + "@");
    redacted = BEARER.matcher(redacted).replaceAll("$1" + MARK);
    return NAMED.matcher(redacted).replaceAll("$1" + MARK);
  }

  /** Whether something in the text looks like a credential. */
  public static boolean findsIn(String text) {
    return !of(text).equals(text);
  }
}
