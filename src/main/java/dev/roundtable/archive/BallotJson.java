package dev.roundtable.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.debate.Argument;
import dev.roundtable.debate.ArgumentId;
import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.SeatId;
import org.jspecify.annotations.Nullable;

/** What seats hand in and what they read, as JSON. */
final class BallotJson {
  private BallotJson() {}

  static ObjectNode write(Ballot ballot) {
    return switch (ballot) {
      case Ballot.Vote vote -> vote(vote);
      case Ballot.Position position -> position(position);
      case Ballot.Abstention(var seat, var cause) -> {
        var node = Json.kind("abstention").put("seat", seat.value());
        node.set("cause", CauseJson.write(cause));
        yield node;
      }
    };
  }

  static ObjectNode vote(Ballot.Vote vote) {
    var because = vote.because();
    return Json.kind("vote")
        .put("seat", vote.seat().value())
        .put("option", vote.option().value())
        .put("reasons", vote.reasons())
        .put("confidence", vote.confidence())
        .put("because", because == null ? null : because.value());
  }

  static ObjectNode position(Ballot.Position position) {
    return Json.kind("position")
        .put("seat", position.seat().value())
        .put("statement", position.statement())
        .put("reasons", position.reasons())
        .put("confidence", position.confidence());
  }

  static Ballot ballot(Fields fields) {
    return switch (fields.kind()) {
      case "vote" -> vote(fields);
      case "position" -> position(fields);
      case "abstention" ->
          new Ballot.Abstention(seat(fields), fields.value("cause", CauseJson::cause));
      default -> throw fields.unknownKind();
    };
  }

  static Ballot.Vote vote(Fields fields) {
    return new Ballot.Vote(
        seat(fields),
        new OptionId(fields.text("option")),
        fields.text("reasons"),
        fields.fractionOrNull("confidence"),
        argumentOrNull(fields.textOrNull("because")));
  }

  static Ballot.Position position(Fields fields) {
    return new Ballot.Position(
        seat(fields),
        fields.text("statement"),
        fields.text("reasons"),
        fields.fractionOrNull("confidence"));
  }

  static SeatId seat(Fields fields) {
    return new SeatId(fields.text("seat"));
  }

  static @Nullable ArgumentId argumentOrNull(@Nullable String id) {
    return id == null ? null : new ArgumentId(id);
  }

  static ObjectNode write(Argument argument) {
    return switch (argument) {
      case Argument.OfSeats(var id, var option, var authors, var text) -> {
        var node =
            Json.kind("of-seats")
                .put("id", id.value())
                .put("option", option.value())
                .put("text", text);
        node.set("authors", Json.words(authors));
        yield node;
      }
      case Argument.OfPerson(var id, var alias, var followUp, var text) ->
          Json.kind("of-person")
              .put("id", id.value())
              .put("alias", alias)
              .put("followUp", followUp == null ? null : followUp.value())
              .put("text", text);
    };
  }

  static Argument argument(Fields fields) {
    var id = new ArgumentId(fields.text("id"));
    var text = fields.text("text");
    return switch (fields.kind()) {
      case "of-seats" ->
          new Argument.OfSeats(
              id, new OptionId(fields.text("option")), fields.words("authors", SeatId::new), text);
      case "of-person" -> {
        var followUp = fields.textOrNull("followUp");
        yield new Argument.OfPerson(
            id, fields.text("alias"), followUp == null ? null : new MessageId(followUp), text);
      }
      default -> throw fields.unknownKind();
    };
  }
}
