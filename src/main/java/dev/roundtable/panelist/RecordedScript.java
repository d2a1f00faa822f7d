package dev.roundtable.panelist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.roundtable.debate.BallotForm;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.Weight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a script of a debate that was exported as JSON, so that it can be played again. */
final class RecordedScript {
  private static final int SCHEMA_VERSION = 1;

  private RecordedScript() {}

  static Script of(JsonNode record) throws ScriptException {
    if (record.path("schemaVersion").asInt() != SCHEMA_VERSION) {
      throw new ScriptException(
          "the record has schemaVersion %s; this program reads %d"
              .formatted(record.path("schemaVersion").asText(), SCHEMA_VERSION));
    }
    var seats = new ArrayList<Script.SeatLines>();
    for (var node : record.path("seats")) {
      var seat =
          new Seat(
              new SeatId(node.path("id").asText()),
              node.path("name").asText(),
              Weight.of(node.path("weight").asDouble(1)));
      seats.add(new Script.SeatLines(seat, lines(record, seat.id().value())));
    }
    return new Script(record.path("panel").asText("script"), seats, chair(record));
  }

  private static List<Script.Line> lines(JsonNode record, String seat) throws ScriptException {
    var lines = new ArrayList<Script.Line>();
    for (var round : record.path("rounds")) {
      for (var ballot : round.path("ballots")) {
        if (ballot.path("seat").asText().equals(seat)) {
          lines.add(line(round, ballot));
        }
      }
    }
    if (lines.isEmpty()) {
      throw new ScriptException("the record has no ballot of seat " + seat);
    }
    return lines;
  }

  private static Script.Line line(JsonNode round, JsonNode ballot) throws ScriptException {
    var delay = Duration.ofMillis(ballot.path("latencyMs").asLong());
    var abstention = ballot.path("abstention");
    if (abstention.isObject()) {
      var cause = abstention.path("cause").asText();
      return ScriptFile.failure(cause, abstention.path("detail").asText(), delay, "the record");
    }
    var said = JsonNodeFactory.instance.objectNode();
    said.put("reasoning", ballot.path("reasons").asText());
    var position = ScriptFile.text(ballot.path("position"));
    if (position == null) {
      said.put("vote", ballot.path("vote").asText());
      said.put("because", because(round, ballot.path("because").asText()));
    } else {
      said.put("position", position);
    }
    said.set("confidence", ballot.path("confidence"));
    return new Script.Line.Says(said.toString(), delay);
  }

  // Ids are given anew in each debate, so the argument is quoted instead.
  private static @Nullable String because(JsonNode round, String id) {
    for (var argument : round.path("arguments")) {
      if (argument.path("id").asText().equals(id)) {
        return argument.path("text").asText();
      }
    }
    return null;
  }

  private static Script.ChairLines chair(JsonNode record) {
    var open = record.path("form").path("kind").asText().equals("open");
    var groups = new LinkedHashMap<String, List<String>>();
    if (open) {
      for (var ballot : record.path("rounds").path(0).path("ballots")) {
        if (ballot.path("position").isTextual()) {
          groups
              .computeIfAbsent(ballot.path("vote").asText(), _ -> new ArrayList<>())
              .add(ballot.path("seat").asText());
        }
      }
    }
    var summaries = new ArrayList<Script.SummaryLine>();
    var summary = record.path("summary");
    if (summary.path("source").asText().equals("chair")) {
      summaries.add(
          new Script.SummaryLine(
              ScriptFile.text(summary.path("text")),
              null,
              points(summary.path("strongest")),
              points(summary.path("counterpoints")),
              ScriptFile.text(summary.path("wouldChange"))));
    }
    return new Script.ChairLines(open ? BallotForm.OPEN : BallotForm.OPTIONS, groups, summaries);
  }

  private static Map<String, String> points(JsonNode points) {
    var texts = new LinkedHashMap<String, String>();
    points.forEach(
        point -> texts.put(point.path("option").asText(), point.path("argument").asText()));
    return texts;
  }
}
