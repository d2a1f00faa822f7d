package dev.roundtable.panelist;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** Tells from an error status and its words what went wrong. */
final class Refusals {
  private static final Pattern FILTER =
      Pattern.compile(
          "content[_ ]?(?:filter|policy|management)|responsible ?ai|data_inspection|moderation"
              + "|\\bflagged\\b");
  private static final Pattern SHAPE =
      Pattern.compile(
          "response_?format|json_?schema|json_?object|text\\.format|output_config|output_format"
              + "|response_?schema|response_?mime|structured[ _]output|tool_choice|json mode");
  // Said in so many words, since without the field a provider may keep what it is asked.
  private static final Pattern STORE =
      Pattern.compile(
          "(?:unknown|unrecogni[sz]ed|unsupported|unexpected|extra|additional)\\W+"
              + "(?:\\w+\\W+){0,4}store\\b"
              + "|\\bstore\\b\\W+(?:\\w+\\W+){0,6}"
              + "(?:unknown|unrecogni[sz]ed|unexpected|extra|not (?:supported|permitted|allowed))");
  private static final Pattern MODEL =
      Pattern.compile(
          "model\\b.*(?:not (?:exist|found|available|supported)|unknown|invalid|retired|deprecated"
              + "|decommissioned|no longer)|(?:unknown|invalid|no such|not a valid) model"
              + "|model_not_found|no endpoints found");
  private static final Pattern CREDIT =
      Pattern.compile(
          "insufficient_(?:quota|balance|credit)|exceeded your current quota|out of credit|billing");

  // Where Gemini says it: in the details, and in newer answers in the sentence too.
  private static final Pattern TOLD_WAIT =
      Pattern.compile(
          "(?:\"retryDelay\"\\s*:\\s*\"|retry in )(\\d{1,6}(?:\\.\\d{1,9})?)s",
          Pattern.CASE_INSENSITIVE);

  private Refusals() {}

  /**
   * The failure that such an answer stands for.
   *
   * @param words all that was said, not yet fit for print
   * @param reason the same, fit for print
   */
  static Failure failure(int status, String words, String reason, Optional<Duration> retryAfter) {
    var folded = words.toLowerCase(java.util.Locale.ROOT);
    // Gemini says of a limit by the minute too that the quota is exceeded, and when it ends.
    boolean passes = status == 429 && retryAfter.isPresent() && !folded.contains("insufficient_");
    if (CREDIT.matcher(folded).find() && status != 401 && !passes) {
      return new Failure.Rejected(reason);
    }
    return switch (status) {
      case 401 -> new Failure.KeyRejected(reason);
      case 403 ->
          FILTER.matcher(folded).find()
              ? new Failure.Filtered(reason)
              : new Failure.KeyRejected(reason);
      case 404 -> new Failure.UnknownModel(reason);
      case 400, 422 -> badRequest(folded, reason);
      case 429 -> new Failure.Busy(reason, retryAfter);
      default ->
          status >= 500 ? new Failure.Busy(reason, retryAfter) : new Failure.Rejected(reason);
    };
  }

  private static Failure badRequest(String folded, String reason) {
    if (FILTER.matcher(folded).find()) {
      return new Failure.Filtered(reason);
    }
    if (STORE.matcher(folded).find()) {
      return new Failure.StoreUnknown(reason);
    }
    if (SHAPE.matcher(folded).find()) {
      return new Failure.RungUnsupported(reason);
    }
    return MODEL.matcher(folded).find()
        ? new Failure.UnknownModel(reason)
        : new Failure.Rejected(reason);
  }

  /** How long to wait, by the header or else by the body; nothing if neither says it. */
  static Optional<Duration> retryAfter(Headers headers, String body, Instant now) {
    return retryAfter(headers, now).or(() -> toldWait(body));
  }

  private static Optional<Duration> toldWait(String body) {
    var told = TOLD_WAIT.matcher(body);
    return told.find()
        ? Optional.of(Duration.ofMillis((long) (Double.parseDouble(told.group(1)) * 1000)))
        : Optional.empty();
  }

  // Seconds or a date.
  private static Optional<Duration> retryAfter(Headers headers, Instant now) {
    var written = headers.get("Retry-After");
    if (written == null) {
      return Optional.empty();
    }
    try {
      if (written.strip().matches("\\d{1,9}(\\.\\d+)?")) {
        return Optional.of(Duration.ofMillis((long) (Double.parseDouble(written.strip()) * 1000)));
      }
      var date = ZonedDateTime.parse(written.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
      var wait = Duration.between(now, date.toInstant());
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
