package dev.roundtable.debate;

import java.util.List;

/** Why a request to debate cannot be accepted as it is; the words for it are the bundle's. */
public sealed interface RequestProblem {
  record BlankQuestion() implements RequestProblem {}

  record QuestionTooLong(int length) implements RequestProblem {}

  record ContextTooLong(int length) implements RequestProblem {}

  record TooFewOptions(int given) implements RequestProblem {}

  record TooManyOptions(int given) implements RequestProblem {}

  record EmptyOption(int position) implements RequestProblem {}

  record DuplicateOptions(String first, String second) implements RequestProblem {}

  record OptionTooLong(String label, int length) implements RequestProblem {}

  record OptionsForOpenQuestion() implements RequestProblem {}

  record RoundsOutOfRange(int given) implements RequestProblem {}

  /** It looks like it holds these kinds of credentials. */
  record HoldsCredential(List<String> kinds) implements RequestProblem {
    public HoldsCredential {
      kinds = List.copyOf(kinds);
    }
  }

  record PanelTooSmall(String panel, int seats) implements RequestProblem {}
}
