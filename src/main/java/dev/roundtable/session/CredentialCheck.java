package dev.roundtable.session;

import dev.roundtable.debate.InvalidRequestException;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.RequestProblem;
import dev.roundtable.safety.Redaction;
import java.util.LinkedHashSet;
import java.util.List;

/** Keeps credentials out of what is stored and sent. */
public final class CredentialCheck {
  private CredentialCheck() {}

  /**
   * Looks through the text, each option and the context.
   *
   * @throws InvalidRequestException if there is something of the shape of a credential
   */
  public static void check(Question question) {
    var kinds = new LinkedHashSet<String>();
    kinds.addAll(Redaction.find(question.text()));
    question.options().forEach(option -> kinds.addAll(Redaction.find(option)));
    var context = question.context();
    if (context != null) {
      kinds.addAll(Redaction.find(context));
    }
    if (!kinds.isEmpty()) {
      throw new InvalidRequestException(new RequestProblem.HoldsCredential(List.copyOf(kinds)));
    }
  }
}
