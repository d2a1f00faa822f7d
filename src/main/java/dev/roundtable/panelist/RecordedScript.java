package dev.roundtable.panelist;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roundtable.debate.BallotForm;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.Folding;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a script of a debate that was exported as JSON, so that it can be played again. */
final class RecordedScript {
  private static final int SCHEMA_VERSION = 1;
  private static final String NOBODY = "";

  private RecordedScript() {}

  static Script of(JsonNode record) throws ScriptException {
    if (record.path("schemaVersion").asInt() != SCHEMA_VERSION) {
      throw new ScriptException(
          "the record has schemaVersion %s; this program reads %d"
              .formatted(record.path("schemaVersion").asText(), SCHEMA_VERSION));
    }
    var seats = new ArrayList<Script.SeatLines>();
    var ids = new HashSet<SeatId>();
    for (var node : record.path("seats")) {
      var id = node.path("id").asText();
      var seat = ScriptFile.seat("seat " + id, id, node);
      if (!ids.add(seat.id())) {
        throw new ScriptException("the record has the seat " + id + " twice");
      }
      seats.add(new Script.SeatLines(seat, lines(record, id)));
    }
    return new Script(record.path("panel").asText("script"), seats, chair(record));
  }

  private static List<Script.Line> lines(JsonNode record, String seat) throws ScriptException {
    var lines = new ArrayList<Script.Line>();
    boolean answered = false;
    for (var round : record.path("rounds")) {
      var ballot = ballot(round, seat);
      answered |= ballot.isPresent();
      lines.add(
          ballot.isPresent() ? line(round, ballot.get()) : new Script.Line.Hangs(Duration.ZERO));
    }
    if (!answered) {
      throw new ScriptException("the record has no ballot of seat " + seat);
    }
    return lines;
  }

  private static Optional<JsonNode> ballot(JsonNode round, String seat) {
    return round
        .path("ballots")
        .valueStream()
        .filter(ballot -> ballot.path("seat").asText().equals(seat))
        .findFirst();
  }

  private static Script.Line line(JsonNode round, JsonNode ballot) throws ScriptException {
    var where = "seat " + ballot.path("seat").asText() + ", round " + round.path("number").asText();
    var delay = Duration.ofMillis(ballot.path("latencyMs").asLong());
    var abstention = ballot.path("abstention");
    if (abstention.isObject()) {
      return new Script.Line.Fails(RecordedCause.of(abstention, where), delay);
    }
    var position = ScriptFile.text(ballot.path("position"));
    var vote = ScriptFile.text(ballot.path("vote"));
    if (Folding.isBlank(position == null ? "" : position)
        && Folding.isBlank(vote == null ? "" : vote)) {
      throw new ScriptException(where + " has neither a vote nor a position nor an abstention");
    }
    return new Script.Line.Repeats(
        new RecordedBallot(
            vote,
            position,
            ballot.path("reasons").asText(""),
            confidence(ballot.path("confidence"), where),
            because(round, ballot.path("because").asText()),
            sources(ballot.path("sources"))),
        delay);
  }

  private static @Nullable Double confidence(JsonNode node, String where) throws ScriptException {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isNumber() || node.doubleValue() < 0 || node.doubleValue() > 1) {
      throw new ScriptException(
          where + " has the confidence “" + node.asText() + "”; it is a number from 0 to 1");
    }
    return node.doubleValue();
  }

  // Ids are given anew in each debate, so the argument itself is kept.
  private static RecordedBallot.@Nullable Quote because(JsonNode round, String id) {
    for (var argument : round.path("arguments")) {
      if (argument.path("id").asText().equals(id)) {
        var option = argument.path("option");
        var side = option.isTextual() ? option : argument.path("authors").path(0);
        return new RecordedBallot.Quote(side.asText(), argument.path("text").asText());
      }
    }
    return null;
  }

  private static List<Source> sources(JsonNode sources) {
    return sources
        .valueStream()
        .map(source -> new Source(source.path("title").asText(), source.path("url").asText()))
        .toList();
  }

  private static Script.@Nullable ChairLines chair(JsonNode record) throws ScriptException {
    if (!record.path("chaired").asBoolean()) {
      return null;
    }
    var summaries = new ArrayList<Script.SummaryLine>();
    for (var verdict : record.path("verdicts")) {
      summary(verdict).ifPresent(summaries::add);
    }
    return new Script.ChairLines(form(record.path("form")), groups(record), summaries);
  }

  // What a rule decided is decided again where the chair has nothing to say.
  private static @Nullable BallotForm form(JsonNode form) {
    if (form.path("reason").asText().startsWith("rule-")) {
      return null;
    }
    return form.path("kind").asText().equals("open") ? BallotForm.OPEN : BallotForm.OPTIONS;
  }

  private static Map<String, List<String>> groups(JsonNode record) {
    var groups = new LinkedHashMap<String, List<String>>();
    for (var round : record.path("rounds")) {
      if (round.path("grouping").asText().equals("chair")) {
        record
            .path("options")
            .forEach(option -> groups.put(option.path("label").asText(), new ArrayList<>()));
        for (var ballot : round.path("ballots")) {
          if (ballot.path("position").isTextual()) {
            groups
                .computeIfAbsent(ballot.path("vote").asText(), _ -> new ArrayList<>())
                .add(ballot.path("seat").asText());
          }
        }
      }
    }
    return groups;
  }

  // Without a quorum no chair is asked; otherwise each verdict has its line.
  private static Optional<Script.SummaryLine> summary(JsonNode verdict) throws ScriptException {
    var summary = verdict.path("summary");
    if (!summary.isObject() || verdict.path("kind").asText().equals("no-quorum")) {
      return Optional.empty();
    }
    var text = summary.path("text").asText();
    var template = summary.path("template");
    var where = "the summary of verdict " + verdict.path("number").asText();
    return Optional.of(
        switch (template.path("reason").asText()) {
          case "" ->
              new Script.SummaryLine.Writes(
                  text,
                  null,
                  points(summary.path("strongest")),
                  points(summary.path("counterpoints")),
                  ScriptFile.text(summary.path("wouldChange")));
          case "not-asked" -> new Script.SummaryLine.Fails(new Cause.Unscripted());
          case "no-answer" ->
              new Script.SummaryLine.Fails(RecordedCause.of(template.path("cause"), where));
          case "other-winner" ->
              new Script.SummaryLine.Writes(text, NOBODY, Map.of(), Map.of(), null);
          case "other-counts" -> new Script.SummaryLine.Miscounts(text);
          default ->
              throw new ScriptException(
                  where + " has the unknown reason “" + template.path("reason").asText() + "”");
        });
  }

  private static Map<String, String> points(JsonNode points) {
    var texts = new LinkedHashMap<String, String>();
    points.forEach(
        point -> texts.put(point.path("option").asText(), point.path("argument").asText()));
    return texts;
  }
}
