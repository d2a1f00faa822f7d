package dev.roundtable.session;

import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.RequestProblem;
import java.util.List;

/** What became of a {@link DebateRequest}. */
public sealed interface Admission {
  record Opened(DebateId debate) implements Admission {}

  /** The same request came before; nothing was done. */
  record SeenBefore() implements Admission {}

  record Invalid(RequestProblem problem) implements Admission {}

  record UnknownPanel(String panel, List<String> known) implements Admission {}

  /** Not by the rules or the budget; the reason is a sentence for the asker. */
  record NotPermitted(String reason) implements Admission {}

  /** The archive failed, so no model was asked. */
  record NotStored(StoreException trouble) implements Admission {}
}
