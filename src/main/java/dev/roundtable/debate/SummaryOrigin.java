package dev.roundtable.debate;

/** Who wrote a summary, and why not the chair if it was not the chair. */
public sealed interface SummaryOrigin {
  record ByChair() implements SummaryOrigin {}

  /** The chair was not asked: the panel has none, or the debate was ended. */
  record ChairNotAsked() implements SummaryOrigin {}

  record ChairDidNotAnswer(Cause cause) implements SummaryOrigin {}

  /** The chair's text contradicted the count. */
  record ChairContradictedCount(Contradiction how) implements SummaryOrigin {}

  /** The words of an answer that the chair's text may rest on were taken out of sight since. */
  record AnswerHiddenSince() implements SummaryOrigin {}
}
