package dev.roundtable.panelist;

/** What each wire format looks like when a model answers. */
final class Wire {
  private Wire() {}

  static String said(WireFormat format, String text) {
    return answer(format, text, Ending.DONE);
  }

  /** How a fake answer ends. */
  enum Ending {
    DONE,
    CUT_OFF,
    FILTERED
  }

  static String answer(WireFormat format, String text, Ending ending) {
    return switch (format) {
      case RESPONSES -> responses(part("output_text", "text", text), ending);
      case CHAT_COMPLETIONS -> chat("{\"role\": \"assistant\", \"content\": %s}", text, ending);
      case ANTHROPIC ->
          anthropic("{\"type\": \"text\", \"text\": " + quoted(text) + "}", stop(ending));
      case GEMINI -> gemini("{\"text\": " + quoted(text) + "}", ending);
    };
  }

  static String refused(WireFormat format, String words) {
    return switch (format) {
      case RESPONSES -> responses(part("refusal", "refusal", words), Ending.DONE);
      case CHAT_COMPLETIONS ->
          chat("{\"role\": \"assistant\", \"content\": null, \"refusal\": %s}", words, Ending.DONE);
      case ANTHROPIC ->
          anthropic("{\"type\": \"text\", \"text\": " + quoted(words) + "}", "refusal");
      // Gemini has no refusal of its own; it filters.
      case GEMINI -> answer(format, "", Ending.FILTERED);
    };
  }

  /** An answer in which all that is said was only thought. */
  static String thought(WireFormat format, String text) {
    return switch (format) {
      case RESPONSES ->
          "{\"status\": \"completed\", \"output\": [{\"type\": \"reasoning\", \"summary\": [{\"type\":"
              + " \"summary_text\", \"text\": "
              + quoted(text)
              + "}]}]}";
      case CHAT_COMPLETIONS ->
          chat(
              "{\"content\": \"\", \"reasoning_content\": %1$s, \"reasoning\": %1$s}",
              text, Ending.DONE);
      case ANTHROPIC ->
          anthropic("{\"type\": \"thinking\", \"thinking\": " + quoted(text) + "}", "end_turn");
      case GEMINI -> gemini("{\"thought\": true, \"text\": " + quoted(text) + "}", Ending.DONE);
    };
  }

  static String error(WireFormat format, int code, String message) {
    var words = quoted(message);
    return switch (format) {
      case RESPONSES ->
          "{\"error\": {\"message\": " + words + ", \"type\": \"error\", \"code\": " + code + "}}";
      case CHAT_COMPLETIONS ->
          "{\"error\": {\"code\": " + code + ", \"message\": " + words + "}, \"user_id\": \"u\"}";
      case ANTHROPIC ->
          "{\"type\": \"error\", \"code\": "
              + code
              + ", \"error\": {\"type\": \"e\", \"message\": "
              + words
              + "}}";
      case GEMINI ->
          "[{\"error\": {\"code\": " + code + ", \"message\": " + words + ", \"status\": \"E\"}}]";
    };
  }

  /** An answer that failed, with the code that the vendor uses in the place of a status. */
  static String failed(WireFormat format, String code, String message) {
    var words = "\"message\": " + quoted(message);
    return switch (format) {
      case RESPONSES ->
          "{\"status\": \"failed\", \"output\": [], \"error\": {\"code\": \"%s\", %s}}"
              .formatted(code, words);
      case CHAT_COMPLETIONS -> "{\"error\": {\"code\": \"%s\", %s}}".formatted(code, words);
      case ANTHROPIC ->
          "{\"type\": \"error\", \"error\": {\"type\": \"%s\", %s}}".formatted(code, words);
      case GEMINI -> "{\"error\": {\"status\": \"%s\", %s}}".formatted(code, words);
    };
  }

  static String quoted(String text) {
    return WireJson.object().put("t", text).path("t").toString();
  }

  private static String part(String type, String field, String text) {
    return "{\"type\": \"" + type + "\", \"" + field + "\": " + quoted(text) + "}";
  }

  private static String responses(String part, Ending ending) {
    var status =
        switch (ending) {
          case DONE -> "\"completed\", \"incomplete_details\": null";
          case CUT_OFF ->
              "\"incomplete\", \"incomplete_details\": {\"reason\": \"max_output_tokens\"}";
          case FILTERED ->
              "\"incomplete\", \"incomplete_details\": {\"reason\": \"content_filter\"}";
        };
    return """
    {"id": "resp_1", "object": "response", "status": %s, "model": "fake-1",
     "output": [{"type": "message", "role": "assistant", "content": [%s]}],
     "usage": {"input_tokens": 100, "input_tokens_details": {"cached_tokens": 40},
       "output_tokens": 20}}\
    """
        .formatted(status, part);
  }

  private static String chat(String message, String text, Ending ending) {
    var reason =
        switch (ending) {
          case DONE -> "stop";
          case CUT_OFF -> "length";
          case FILTERED -> "content_filter";
        };
    return """
    {"id": "c1", "object": "chat.completion", "model": "fake-1",
     "choices": [{"index": 0, "message": %s, "finish_reason": "%s"}],
     "usage": {"prompt_tokens": 100, "completion_tokens": 20,
       "prompt_tokens_details": {"cached_tokens": 40}}}\
    """
        .formatted(message.formatted(quoted(text)), reason);
  }

  private static String stop(Ending ending) {
    return switch (ending) {
      case DONE -> "end_turn";
      case CUT_OFF -> "max_tokens";
      case FILTERED -> "refusal";
    };
  }

  private static String anthropic(String block, String stop) {
    return """
    {"id": "msg_1", "type": "message", "role": "assistant", "model": "fake-1",
     "content": [%s], "stop_reason": "%s",
     "usage": {"input_tokens": 60, "cache_read_input_tokens": 40, "output_tokens": 20}}\
    """
        .formatted(block, stop);
  }

  private static String gemini(String part, Ending ending) {
    var reason =
        switch (ending) {
          case DONE -> "STOP";
          case CUT_OFF -> "MAX_TOKENS";
          case FILTERED -> "SAFETY";
        };
    return """
    {"candidates": [{"content": {"role": "model", "parts": [%s]}, "finishReason": "%s"}],
     "usageMetadata": {"promptTokenCount": 100, "cachedContentTokenCount": 40,
       "candidatesTokenCount": 15, "thoughtsTokenCount": 5}, "modelVersion": "fake-1"}\
    """
        .formatted(part, reason);
  }
}
