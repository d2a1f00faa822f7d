package dev.roundtable.debate;

import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked.
 *
 * @param options labels as the asker gave them; empty if none were given
 * @param context the thread or document it was asked in
 */
public record Question(String text, List<String> options, @Nullable String context) {
  public static final int MAX_LENGTH = 4000;
  public static final int MAX_CONTEXT_LENGTH = 100_000;
  public static final int MIN_OPTIONS = 2;
  public static final int MAX_OPTIONS = 10;
  public static final int MAX_LABEL_LENGTH = 80;

  /**
   * Strips the text and the labels.
   *
   * @throws InvalidRequestException if a limit is broken
   */
  public Question {
    text = text.strip();
    options = options.stream().map(String::strip).toList();
    if (Folding.isBlank(text)) {
      throw new InvalidRequestException(new RequestProblem.BlankQuestion());
    }
    if (length(text) > MAX_LENGTH) {
      throw new InvalidRequestException(new RequestProblem.QuestionTooLong(length(text)));
    }
    if (context != null && length(context) > MAX_CONTEXT_LENGTH) {
      throw new InvalidRequestException(new RequestProblem.ContextTooLong(length(context)));
    }
    if (!options.isEmpty()) {
      checkOptions(options);
    }
  }

  private static void checkOptions(List<String> options) {
    for (int i = 0; i < options.size(); i++) {
      if (Folding.isBlank(options.get(i))) {
        throw new InvalidRequestException(new RequestProblem.EmptyOption(i + 1));
      }
    }
    if (options.size() < MIN_OPTIONS) {
      throw new InvalidRequestException(new RequestProblem.TooFewOptions(options.size()));
    }
    if (options.size() > MAX_OPTIONS) {
      throw new InvalidRequestException(new RequestProblem.TooManyOptions(options.size()));
    }
    var seen = new HashMap<String, String>();
    for (var label : options) {
      if (length(label) > MAX_LABEL_LENGTH) {
        throw new InvalidRequestException(new RequestProblem.OptionTooLong(label, length(label)));
      }
      var twin = seen.put(Folding.caseAndSpace(label), label);
      if (twin != null) {
        throw new InvalidRequestException(new RequestProblem.DuplicateOptions(twin, label));
      }
    }
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
