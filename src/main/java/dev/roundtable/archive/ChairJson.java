package dev.roundtable.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.debate.ChairTask;
import dev.roundtable.debate.Contradiction;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.Summary;
import dev.roundtable.debate.SummaryOrigin;
import java.util.Map;

/** What the chair is asked and what it writes, as JSON. */
final class ChairJson {
  private ChairJson() {}

  static ObjectNode write(DebateEvent.ChairFailed failed) {
    var node = Json.object();
    node.set("task", write(failed.task()));
    node.set("cause", CauseJson.write(failed.cause()));
    node.set("spent", ProvenanceJson.write(failed.spent()));
    return node;
  }

  static DebateEvent.ChairFailed chairFailed(Fields fields) {
    return new DebateEvent.ChairFailed(
        fields.value("task", ChairJson::task),
        fields.value("cause", CauseJson::cause),
        fields.value("spent", ProvenanceJson::provenance));
  }

  static ObjectNode write(DebateEvent.SummaryWritten written) {
    var node = Json.object().put("verdict", written.verdict());
    node.set("summary", write(written.summary()));
    node.set("origin", write(written.origin()));
    node.set("spent", ProvenanceJson.write(written.spent()));
    return node;
  }

  static DebateEvent.SummaryWritten summaryWritten(Fields fields) {
    return new DebateEvent.SummaryWritten(
        fields.integer("verdict"),
        fields.value("summary", ChairJson::summary),
        fields.value("origin", ChairJson::origin),
        fields.value("spent", ProvenanceJson::provenance));
  }

  private static ObjectNode write(ChairTask task) {
    var node =
        switch (task) {
          case ChairTask.ChooseForm _ -> Json.kind("choose-form");
          case ChairTask.GroupPositions(_, var positions) -> {
            var group = Json.kind("group-positions");
            group.set("positions", Json.list(positions, BallotJson::position));
            yield group;
          }
          case ChairTask.Summarise(_, var paper, var verdict, var votes) -> {
            var summarise = Json.kind("summarise");
            summarise.set("paper", OpeningJson.write(paper));
            summarise.set("verdict", VerdictJson.write(verdict));
            summarise.set("votes", Json.list(votes, BallotJson::vote));
            yield summarise;
          }
        };
    node.set("question", OpeningJson.write(task.question()));
    return node;
  }

  private static ChairTask task(Fields fields) {
    var question = fields.value("question", OpeningJson::question);
    return switch (fields.kind()) {
      case "choose-form" -> new ChairTask.ChooseForm(question);
      case "group-positions" ->
          new ChairTask.GroupPositions(question, fields.list("positions", BallotJson::position));
      case "summarise" ->
          new ChairTask.Summarise(
              question,
              fields.value("paper", OpeningJson::paper),
              fields.value("verdict", VerdictJson::verdict),
              fields.list("votes", BallotJson::vote));
      default -> throw fields.unknownKind();
    };
  }

  private static ObjectNode write(Summary summary) {
    var node = Json.object().put("text", summary.text()).put("wouldChange", summary.wouldChange());
    node.set("strongest", points(summary.strongest()));
    node.set("counterpoints", points(summary.counterpoints()));
    return node;
  }

  private static ObjectNode points(Map<OptionId, String> points) {
    var node = Json.object();
    points.forEach((option, text) -> node.put(option.value(), text));
    return node;
  }

  private static Summary summary(Fields fields) {
    return new Summary(
        fields.textOrNull("text"),
        fields.values("strongest", OptionId::new, text -> text),
        fields.values("counterpoints", OptionId::new, text -> text),
        fields.textOrNull("wouldChange"));
  }

  private static ObjectNode write(SummaryOrigin origin) {
    return switch (origin) {
      case SummaryOrigin.ByChair() -> Json.kind("chair");
      case SummaryOrigin.ChairNotAsked() -> Json.kind("chair-not-asked");
      case SummaryOrigin.ChairDidNotAnswer(var cause) -> {
        var node = Json.kind("chair-did-not-answer");
        node.set("cause", CauseJson.write(cause));
        yield node;
      }
      case SummaryOrigin.ChairContradictedCount(var how) -> {
        var node = Json.kind("chair-contradicted-count");
        node.set("how", write(how));
        yield node;
      }
      case SummaryOrigin.AnswerHiddenSince() -> Json.kind("answer-hidden-since");
    };
  }

  private static SummaryOrigin origin(Fields fields) {
    return switch (fields.kind()) {
      case "chair" -> new SummaryOrigin.ByChair();
      case "chair-not-asked" -> new SummaryOrigin.ChairNotAsked();
      case "chair-did-not-answer" ->
          new SummaryOrigin.ChairDidNotAnswer(fields.value("cause", CauseJson::cause));
      case "chair-contradicted-count" ->
          new SummaryOrigin.ChairContradictedCount(fields.value("how", ChairJson::contradiction));
      case "answer-hidden-since" -> new SummaryOrigin.AnswerHiddenSince();
      default -> throw fields.unknownKind();
    };
  }

  private static ObjectNode write(Contradiction contradiction) {
    return switch (contradiction) {
      case Contradiction.OtherWinner() -> Json.kind("other-winner");
      case Contradiction.OtherCounts() -> Json.kind("other-counts");
      case Contradiction.TextNamesWinner(var option) ->
          Json.kind("text-names-winner").put("option", option.value());
    };
  }

  private static Contradiction contradiction(Fields fields) {
    return switch (fields.kind()) {
      case "other-winner" -> new Contradiction.OtherWinner();
      case "other-counts" -> new Contradiction.OtherCounts();
      case "text-names-winner" ->
          new Contradiction.TextNamesWinner(new OptionId(fields.text("option")));
      default -> throw fields.unknownKind();
    };
  }
}
