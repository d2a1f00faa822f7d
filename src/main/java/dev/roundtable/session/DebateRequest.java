package dev.roundtable.session;

import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Venue;

/**
 * Somebody wants to open a debate.
 *
 * @param message the platform's own id of the request, by which a repeat is known
 */
public record DebateRequest(
    MessageId message, Question question, String panel, Rules rules, Person asker, Venue venue) {}
