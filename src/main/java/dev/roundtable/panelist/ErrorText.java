package dev.roundtable.panelist;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds what an error answer says, in any of the shapes that providers use. */
final class ErrorText {
  private static final List<String> WORDS =
      List.of("/error/metadata/raw", "/error/message", "/message", "/detail", "/error", "/errors");

  private static final List<String> CODES =
      List.of("/error/code", "/code", "/error/type", "/error/status", "/type", "/status");
  private static final Pattern NUMBER = Pattern.compile("[45]\\d\\d");
  // As OpenAI, Anthropic and Google name them.
  private static final Map<String, Integer> STATUSES =
      Map.ofEntries(
          entry("invalid_request_error", 400),
          entry("invalid_argument", 400),
          entry("authentication_error", 401),
          entry("invalid_api_key", 401),
          entry("unauthenticated", 401),
          entry("billing_error", 402),
          entry("insufficient_quota", 402),
          entry("permission_error", 403),
          entry("permission_denied", 403),
          entry("not_found_error", 404),
          entry("not_found", 404),
          entry("model_not_found", 404),
          entry("request_too_large", 413),
          entry("rate_limit_error", 429),
          entry("rate_limit_exceeded", 429),
          entry("too_many_requests", 429),
          entry("resource_exhausted", 429),
          entry("api_error", 500),
          entry("server_error", 500),
          entry("internal", 500),
          entry("internal_error", 500),
          entry("internal_server_error", 500),
          entry("overloaded", 503),
          entry("engine_overloaded", 503),
          entry("service_unavailable", 503),
          entry("unavailable", 503),
          entry("timeout_error", 504),
          entry("deadline_exceeded", 504),
          entry("overloaded_error", 529));

  private ErrorText() {}

  /** The words, or the whole answer if it keeps them somewhere unknown; not yet fit for print. */
  static String in(JsonNode answer) {
    var error = answer.isArray() ? answer.path(0) : answer;
    var message = WireJson.text(error.at("/error/message"));
    for (var pointer : WORDS) {
      var words = WireJson.text(error.at(pointer));
      if (!words.isBlank()) {
        return message.isBlank() || words.contains(message) ? words : message + ": " + words;
      }
    }
    return error.isEmpty() ? "an empty answer" : error.toString();
  }

  /** The HTTP status the error stands for, 0 if it does not say. */
  static int status(JsonNode answer) {
    var error = answer.isArray() ? answer.path(0) : answer;
    return CODES.stream()
        .map(pointer -> status(error.at(pointer).asText("")))
        .filter(status -> status != 0)
        .findFirst()
        .orElse(0);
  }

  private static int status(String code) {
    return NUMBER.matcher(code).matches()
        ? Integer.parseInt(code)
        : STATUSES.getOrDefault(code.toLowerCase(Locale.ROOT), 0);
  }
}
