package dev.roundtable.session;

import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Venue;
import java.util.Set;

/**
 * Somebody wants to open a debate.
 *
 * @param message the platform's own id of the request, by which a repeat is known
 * @param groups the platform's ids of the roles or user groups that the asker is in
 */
public record DebateRequest(
    MessageId message,
    Question question,
    String panel,
    Rules rules,
    Person asker,
    Venue venue,
    Set<String> groups) {
  public DebateRequest {
    groups = Set.copyOf(groups);
  }

  /** Of somebody who is in no group. */
  public DebateRequest(
      MessageId message, Question question, String panel, Rules rules, Person asker, Venue venue) {
    this(message, question, panel, rules, asker, venue, Set.of());
  }
}
