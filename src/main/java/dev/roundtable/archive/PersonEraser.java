package dev.roundtable.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.debate.Argument;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Person;
import java.util.HashSet;
import java.util.Set;

/**
 * Takes a person out of the events of one debate, given in order, such that the debate still folds
 * and its verdicts still follow from its ballots.
 */
final class PersonEraser {
  /** An event as it is to be stored. */
  record Erased(String type, String payload) {}

  private static final String ID = "id";
  private static final String NAME = "name";

  private final EventCodec codec;
  private final String person;
  private final Person nobody;
  private final Set<MessageId> messages = new HashSet<>();

  /**
   * Begins with the first event.
   *
   * @param nobody stands in the person's place, and is nobody else in the debate
   */
  PersonEraser(EventCodec codec, String person, Person nobody) {
    this.codec = codec;
    this.person = person;
    this.nobody = nobody;
  }

  /** Whether the event names the person. */
  static boolean names(String person, String payload) {
    return Json.parse(payload).findParents(ID).stream().anyMatch(node -> isPerson(person, node));
  }

  // A seat has an id and a name as well, but more than these.
  private static boolean isPerson(String person, JsonNode node) {
    return node.size() == 2 && node.has(NAME) && node.path(ID).asText().equals(person);
  }

  Erased erase(String payload) {
    var event = withoutWords(codec.read(payload));
    // A name can stand deep within: in the stop that halted a seat, in a verdict that counts it.
    var tree = Json.parse(codec.write(event));
    tree.findParents(ID).stream()
        .filter(node -> isPerson(person, node))
        .forEach(node -> ((ObjectNode) node).setAll(OpeningJson.write(nobody)));
    return new Erased(EventCodec.type(event), Json.text(tree));
  }

  private DebateEvent withoutWords(DebateEvent event) {
    if (event instanceof DebateEvent.FollowUpAsked(var message, var by, _, var opensRound)
        && is(by)) {
      messages.add(message);
      return new DebateEvent.FollowUpAsked(message, by, "", opensRound);
    }
    if (event instanceof DebateEvent.TeamVoted(var message, var by, _, _) && is(by)) {
      // Taken back by the message itself: it stays known, counts for nothing and names nobody.
      return new DebateEvent.FollowUpWithdrawn(message, message);
    }
    return event instanceof DebateEvent.RoundOpened round ? withoutWords(round) : event;
  }

  private boolean is(Person other) {
    return other.id().equals(person);
  }

  private DebateEvent withoutWords(DebateEvent.RoundOpened round) {
    var arguments =
        round.arguments().stream()
            .map(argument ->
                argument instanceof Argument.OfPerson(var id, var alias, var message, _)
                        && message != null
                        && messages.contains(message)
                    ? new Argument.OfPerson(id, alias, message, "")
                    : argument)
            .toList();
    return new DebateEvent.RoundOpened(round.round(), round.orders(), arguments, round.followUps());
  }
}
