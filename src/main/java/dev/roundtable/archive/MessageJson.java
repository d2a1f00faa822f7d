package dev.roundtable.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.OptionId;

/** What people do in a debate, as JSON. */
final class MessageJson {
  private MessageJson() {}

  static ObjectNode write(DebateEvent.FollowUpAsked asked) {
    var node = message(asked).put("text", asked.text()).put("opensRound", asked.opensRound());
    node.set("person", OpeningJson.write(asked.person()));
    return node;
  }

  static DebateEvent.FollowUpAsked followUpAsked(Fields fields) {
    return new DebateEvent.FollowUpAsked(
        message(fields),
        fields.value("person", OpeningJson::person),
        fields.text("text"),
        fields.flag("opensRound"));
  }

  static ObjectNode write(DebateEvent.FollowUpWithdrawn withdrawn) {
    return message(withdrawn).put("withdrawn", withdrawn.withdrawn().value());
  }

  static DebateEvent.FollowUpWithdrawn followUpWithdrawn(Fields fields) {
    return new DebateEvent.FollowUpWithdrawn(
        message(fields), new MessageId(fields.text("withdrawn")));
  }

  static ObjectNode write(DebateEvent.AnswerHidden hidden) {
    var node = message(hidden).put("round", hidden.round()).put("seat", hidden.seat().value());
    node.set("person", OpeningJson.write(hidden.by()));
    return node;
  }

  static DebateEvent.AnswerHidden answerHidden(Fields fields) {
    return new DebateEvent.AnswerHidden(
        message(fields),
        fields.value("person", OpeningJson::person),
        fields.integer("round"),
        BallotJson.seat(fields));
  }

  static ObjectNode write(DebateEvent.TeamVoted voted) {
    var node = message(voted).put("option", voted.option().value());
    node.set("person", OpeningJson.write(voted.person()));
    var at = voted.at();
    return at == null ? node : node.put("at", at.toString());
  }

  static DebateEvent.TeamVoted teamVoted(Fields fields) {
    return new DebateEvent.TeamVoted(
        message(fields),
        fields.value("person", OpeningJson::person),
        new OptionId(fields.text("option")),
        fields.has("at") ? fields.instant("at") : null);
  }

  static ObjectNode write(DebateEvent.StopRequested requested) {
    var node = message(requested);
    node.set("order", CauseJson.write(requested.order()));
    return node;
  }

  static DebateEvent.StopRequested stopRequested(Fields fields) {
    return new DebateEvent.StopRequested(message(fields), fields.value("order", CauseJson::order));
  }

  private static ObjectNode message(DebateEvent.FromPerson event) {
    return Json.object().put("message", event.message().value());
  }

  private static MessageId message(Fields fields) {
    return new MessageId(fields.text("message"));
  }
}
