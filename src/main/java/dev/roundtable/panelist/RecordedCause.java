package dev.roundtable.panelist;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.StopOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Reads why somebody gave no usable answer from a record. */
final class RecordedCause {
  private RecordedCause() {}

  static Cause of(JsonNode node, String where) throws ScriptException {
    var kind = node.path("cause").asText();
    var detail = node.path("detail").asText();
    return switch (kind) {
      case "timed-out" -> new Cause.TimedOut(duration(detail, where));
      case "refused" -> new Cause.Refused(detail);
      case "unreadable" -> new Cause.Unreadable(detail);
      case "cut-off" -> new Cause.CutOff();
      case "filtered" -> new Cause.Filtered(detail);
      case "provider-error" -> new Cause.ProviderError(detail);
      case "benched" -> new Cause.Benched(instant(node.path("until").asText(), where), detail);
      case "not-allowed" -> new Cause.NotAllowed(detail);
      case "vacant" -> new Cause.Vacant();
      case "unscripted" -> new Cause.Unscripted();
      case "broken" -> new Cause.Broken(detail);
      case "halted" -> new Cause.Halted(order(node.path("order"), where));
      default -> throw new ScriptException(where + " has the unknown cause “" + kind + "”");
    };
  }

  private static StopOrder order(JsonNode node, String where) throws ScriptException {
    var kind = node.path("kind").asText();
    var detail = node.path("detail").asText();
    return switch (kind) {
      case "stop" -> new StopOrder.Stop(new Person(detail, detail));
      case "finish-now" -> new StopOrder.FinishNow(new Person(detail, detail));
      case "deadline" -> new StopOrder.DeadlinePassed(duration(detail, where));
      case "budget" -> new StopOrder.BudgetSpent(detail);
      default -> throw new ScriptException(where + " was halted by the unknown “" + kind + "”");
    };
  }

  private static Duration duration(String text, String where) throws ScriptException {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException _) {
      throw new ScriptException(where + " has “" + text + "”, which is no duration such as PT60S");
    }
  }

  private static Instant instant(String text, String where) throws ScriptException {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException _) {
      throw new ScriptException(
          where + " has “" + text + "”, which is no time such as 2026-01-31T12:00:00Z");
    }
  }
}
