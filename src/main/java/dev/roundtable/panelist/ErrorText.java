package dev.roundtable.panelist;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Finds what an error answer says, in any of the shapes that providers use. */
final class ErrorText {
  private static final List<String> WORDS =
      List.of("/error/metadata/raw", "/error/message", "/message", "/detail", "/error", "/errors");

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
    return error.at("/error/code").asInt(error.path("code").asInt(0));
  }
}
