package dev.roundtable.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.debate.Absence;
import dev.roundtable.debate.Change;
import dev.roundtable.debate.Count;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.Point;
import dev.roundtable.debate.Tally;
import dev.roundtable.debate.Verdict;

/** Verdicts and the counts they rest on, as JSON. */
final class VerdictJson {
  private VerdictJson() {}

  static ObjectNode write(DebateEvent.VerdictReached reached) {
    var node =
        Json.object()
            .put("number", reached.number())
            .put("reason", RoundJson.STOP_REASONS.of(reached.reason()));
    node.set("verdict", write(reached.verdict()));
    return node;
  }

  static DebateEvent.VerdictReached verdictReached(Fields fields) {
    return new DebateEvent.VerdictReached(
        fields.integer("number"),
        RoundJson.STOP_REASONS.read(fields.text("reason")),
        fields.value("verdict", VerdictJson::verdict));
  }

  static ObjectNode write(Verdict verdict) {
    var node =
        switch (verdict) {
          case Verdict.Unanimous won -> won("unanimous", won);
          case Verdict.Supermajority won -> won("supermajority", won);
          case Verdict.Majority won -> won("majority", won);
          case Verdict.Plurality won -> won("plurality", won);
          case Verdict.Tied(var leaders, var crux, _) -> {
            var tied = Json.kind("tied");
            tied.set("leaders", Json.words(leaders));
            tied.set("crux", Json.list(crux, VerdictJson::write));
            yield tied;
          }
          case Verdict.NoQuorum _ -> Json.kind("no-quorum");
        };
    node.set("count", write(verdict.count()));
    return node;
  }

  private static ObjectNode won(String kind, Verdict.Won won) {
    return Json.kind(kind).put("winner", won.winner().value());
  }

  static Verdict verdict(Fields fields) {
    var count = fields.value("count", VerdictJson::count);
    return switch (fields.kind()) {
      case "unanimous" -> new Verdict.Unanimous(winner(fields), count);
      case "supermajority" -> new Verdict.Supermajority(winner(fields), count);
      case "majority" -> new Verdict.Majority(winner(fields), count);
      case "plurality" -> new Verdict.Plurality(winner(fields), count);
      case "tied" ->
          new Verdict.Tied(
              fields.words("leaders", OptionId::new),
              fields.list("crux", VerdictJson::point),
              count);
      case "no-quorum" -> new Verdict.NoQuorum(count);
      default -> throw fields.unknownKind();
    };
  }

  private static OptionId winner(Fields fields) {
    return new OptionId(fields.text("winner"));
  }

  private static ObjectNode write(Count count) {
    var node =
        Json.object().put("seats", count.seats()).put("afterDiscussion", count.afterDiscussion());
    node.set("tally", write(count.tally()));
    node.set("lean", write(count.lean()));
    node.set("absent", Json.list(count.absent(), VerdictJson::write));
    node.set("standing", Json.list(count.standing(), VerdictJson::write));
    node.set("changes", Json.list(count.changes(), VerdictJson::write));
    return node;
  }

  private static Count count(Fields fields) {
    return new Count(
        fields.value("tally", VerdictJson::tally),
        fields.integer("seats"),
        fields.list("absent", VerdictJson::absence),
        fields.list("standing", VerdictJson::absence),
        fields.list("changes", VerdictJson::change),
        fields.value("lean", VerdictJson::tally),
        fields.flag("afterDiscussion"));
  }

  private static ObjectNode write(Tally tally) {
    var node = Json.object();
    node.set(
        "lines",
        Json.list(
            tally.lines(),
            line ->
                Json.object()
                    .put("option", line.option().value())
                    .put("votes", line.votes())
                    .put("weightThousandths", line.weight())));
    return node;
  }

  private static Tally tally(Fields fields) {
    return new Tally(
        fields.list(
            "lines",
            line ->
                new Tally.Line(
                    new OptionId(line.text("option")),
                    line.integer("votes"),
                    line.number("weightThousandths"))));
  }

  private static ObjectNode write(Absence absence) {
    var node = Json.object().put("seat", absence.seat().value()).put("round", absence.round());
    node.set("cause", CauseJson.write(absence.cause()));
    return node;
  }

  private static Absence absence(Fields fields) {
    return new Absence(
        BallotJson.seat(fields), fields.integer("round"), fields.value("cause", CauseJson::cause));
  }

  private static ObjectNode write(Change change) {
    var because = change.because();
    return Json.object()
        .put("round", change.round())
        .put("seat", change.seat().value())
        .put("from", change.from().value())
        .put("to", change.to().value())
        .put("because", because == null ? null : because.value())
        .put("withoutNewArgument", change.withoutNewArgument());
  }

  private static Change change(Fields fields) {
    return new Change(
        fields.integer("round"),
        BallotJson.seat(fields),
        new OptionId(fields.text("from")),
        new OptionId(fields.text("to")),
        BallotJson.argumentOrNull(fields.textOrNull("because")),
        fields.flag("withoutNewArgument"));
  }

  private static ObjectNode write(Point point) {
    return Json.object()
        .put("option", point.option().value())
        .put("seat", point.seat().value())
        .put("text", point.text());
  }

  private static Point point(Fields fields) {
    return new Point(
        new OptionId(fields.text("option")), BallotJson.seat(fields), fields.text("text"));
  }
}
