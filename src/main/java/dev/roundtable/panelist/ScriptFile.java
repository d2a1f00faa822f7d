package dev.roundtable.panelist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.roundtable.debate.BallotForm;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.Weight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a script from YAML or JSON, or makes one from a recorded debate.
 *
 * <pre>{@code
 * panel: incident
 * seats:
 *   ada:
 *     name: Ada
 *     rounds:
 *       - text: 'I say {"reasoning": "Too early.", "vote": "No", "confidence": 0.8}'
 *         delay: 2s
 *       - fail: timed-out
 * chair:
 *   summaries: [{ text: "It is too early." }]
 * }</pre>
 */
final class ScriptFile {
  private static final ObjectMapper YAML =
      JsonMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();
  private static final Pattern DUPLICATE =
      Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);
  private static final int MAX_WEIGHT = 1000;
  private static final Set<String> SEAT_KEYS = Set.of("name", "weight", "rounds");
  private static final Set<String> LINE_KEYS = Set.of("text", "delay", "fail", "reason");
  private static final Set<String> CHAIR_KEYS = Set.of("form", "groups", "summaries");
  private static final Set<String> SUMMARY_KEYS =
      Set.of("text", "winner", "strongest", "counterpoints", "wouldChange");

  private ScriptFile() {}

  static Script parse(String text) throws ScriptException {
    JsonNode root;
    try {
      root = YAML.readTree(text);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      var where = at == null ? "" : " in line " + at.getLineNr();
      var twice = DUPLICATE.matcher(e.getOriginalMessage());
      if (twice.matches()) {
        throw new ScriptException("the key “" + twice.group(1) + "” stands twice" + where);
      }
      throw new ScriptException(
          "it is neither YAML nor JSON" + where + ": " + e.getOriginalMessage());
    }
    if (root.has("schemaVersion")) {
      return RecordedScript.of(root);
    }
    knownKeys(root, "the script", Set.of("panel", "seats", "chair"));
    var seats = new ArrayList<Script.SeatLines>();
    for (var seat : object(root, "seats", "the script").properties()) {
      seats.add(seat(seat.getKey(), seat.getValue()));
    }
    var chair = root.has("chair") ? chair(root.get("chair")) : null;
    return new Script(root.path("panel").asText("script"), seats, chair);
  }

  private static Script.SeatLines seat(String id, JsonNode node) throws ScriptException {
    var where = "seat " + id;
    knownKeys(node, where, SEAT_KEYS);
    var lines = new ArrayList<Script.Line>();
    for (var line : node.path("rounds")) {
      lines.add(line(line, where + ", round " + (lines.size() + 1)));
    }
    if (lines.isEmpty()) {
      throw new ScriptException(where + " has no rounds; give a list with one entry per round");
    }
    return new Script.SeatLines(seat(where, id, node), lines);
  }

  /** A seat with the name and the weight that stand in the node. */
  static Seat seat(String where, String id, JsonNode node) throws ScriptException {
    try {
      var weight = Weight.of(weight(where, node.path("weight")));
      return new Seat(new SeatId(id), node.path("name").asText(id), weight);
    } catch (IllegalArgumentException e) {
      throw new ScriptException(where + ": " + e.getMessage());
    }
  }

  private static double weight(String where, JsonNode node) throws ScriptException {
    if (node.isMissingNode()) {
      return 1;
    }
    if (!node.isNumber() || !(node.doubleValue() > 0) || node.doubleValue() > MAX_WEIGHT) {
      throw new ScriptException(
          where
              + " has the weight “"
              + node.asText()
              + "”; give a number above 0 and at most "
              + MAX_WEIGHT);
    }
    return node.doubleValue();
  }

  private static Script.Line line(JsonNode node, String where) throws ScriptException {
    if (node.isTextual()) {
      return new Script.Line.Says(node.asText(), Duration.ZERO);
    }
    knownKeys(node, where, LINE_KEYS);
    var delay = delay(node, where);
    if (node.has("text") == node.has("fail")) {
      throw new ScriptException(where + " needs either text or fail");
    }
    if (node.has("text")) {
      return new Script.Line.Says(node.get("text").asText(), delay);
    }
    return failure(node.get("fail").asText(), node.path("reason").asText(""), delay, where);
  }

  private static Script.Line failure(String kind, String reason, Duration delay, String where)
      throws ScriptException {
    return switch (kind) {
      case "timed-out" -> new Script.Line.Hangs(delay);
      case "refused" -> new Script.Line.Fails(new Cause.Refused(reason), delay);
      case "unreadable" -> new Script.Line.Fails(new Cause.Unreadable(reason), delay);
      case "cut-off" -> new Script.Line.Fails(new Cause.CutOff(), delay);
      case "filtered" -> new Script.Line.Fails(new Cause.Filtered(reason), delay);
      case "provider-error" -> new Script.Line.Fails(new Cause.ProviderError(reason), delay);
      case "not-allowed" -> new Script.Line.Fails(new Cause.NotAllowed(reason), delay);
      default ->
          throw new ScriptException(
              where
                  + " fails with “"
                  + kind
                  + "”; choose one of timed-out, refused, unreadable, cut-off, filtered,"
                  + " provider-error, not-allowed");
    };
  }

  private static Duration delay(JsonNode node, String where) throws ScriptException {
    var text = node.path("delay").asText("0s");
    var number = text.replaceFirst("m?s$", "");
    if (!text.matches("\\d{1,6}(\\.\\d{1,3})?m?s")) {
      throw new ScriptException(
          where + " has the delay “" + text + "”; write it like 200ms or 1.5s");
    }
    double seconds = Double.parseDouble(number) / (text.endsWith("ms") ? 1000 : 1);
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static Script.ChairLines chair(JsonNode node) throws ScriptException {
    knownKeys(node, "the chair", CHAIR_KEYS);
    var groups = new LinkedHashMap<String, List<String>>();
    for (var group : node.path("groups").properties()) {
      groups.put(group.getKey(), group.getValue().valueStream().map(JsonNode::asText).toList());
    }
    var summaries = new ArrayList<Script.SummaryLine>();
    for (var summary : node.path("summaries")) {
      knownKeys(summary, "the chair’s summary", SUMMARY_KEYS);
      summaries.add(
          new Script.SummaryLine.Writes(
              text(summary.path("text")),
              text(summary.path("winner")),
              texts(summary.path("strongest")),
              texts(summary.path("counterpoints")),
              text(summary.path("wouldChange"))));
    }
    return new Script.ChairLines(form(node.path("form")), groups, summaries);
  }

  private static @Nullable BallotForm form(JsonNode node) throws ScriptException {
    if (node.isMissingNode()) {
      return null;
    }
    return switch (node.asText()) {
      case "options" -> BallotForm.OPTIONS;
      case "open" -> BallotForm.OPEN;
      default ->
          throw new ScriptException(
              "the chair’s form is “" + node.asText() + "”; choose options or open");
    };
  }

  static @Nullable String text(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? null : node.asText();
  }

  private static Map<String, String> texts(JsonNode node) {
    var texts = new LinkedHashMap<String, String>();
    node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  private static JsonNode object(JsonNode node, String key, String where) throws ScriptException {
    var child = node == null ? MissingNode.getInstance() : node.path(key);
    if (!child.isObject()) {
      throw new ScriptException(where + " needs " + key + ": a map of seat ids");
    }
    return child;
  }

  private static void knownKeys(JsonNode node, String where, Set<String> known)
      throws ScriptException {
    if (node == null || !node.isObject()) {
      throw new ScriptException(where + " must be a map");
    }
    for (var entry : node.properties()) {
      if (!known.contains(entry.getKey())) {
        var allowed = String.join(", ", known.stream().sorted().toList());
        throw new ScriptException(
            where + " has the unknown key “" + entry.getKey() + "”; allowed are " + allowed);
      }
    }
  }
}
