package dev.roundtable.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.StopOrder;

/** Why something did not come about, as JSON. */
final class CauseJson {
  private CauseJson() {}

  static ObjectNode write(Cause cause) {
    return switch (cause) {
      case Cause.TimedOut(var after) -> Json.kind("timed-out").put("after", after.toString());
      case Cause.Refused(var words) -> Json.kind("refused").put("words", words);
      case Cause.Unreadable(var excerpt) -> Json.kind("unreadable").put("excerpt", excerpt);
      case Cause.CutOff() -> Json.kind("cut-off");
      case Cause.Filtered(var reason) -> Json.kind("filtered").put("reason", reason);
      case Cause.ProviderError(var reason) -> Json.kind("provider-error").put("reason", reason);
      case Cause.Benched(var until, var reason) ->
          Json.kind("benched").put("until", until.toString()).put("reason", reason);
      case Cause.NotAllowed(var reason) -> Json.kind("not-allowed").put("reason", reason);
      case Cause.Vacant() -> Json.kind("vacant");
      case Cause.Unscripted() -> Json.kind("unscripted");
      case Cause.Broken(var kind) -> Json.kind("broken").put("what", kind);
      case Cause.Halted(var order) -> {
        var node = Json.kind("halted");
        node.set("order", write(order));
        yield node;
      }
    };
  }

  static Cause cause(Fields fields) {
    return switch (fields.kind()) {
      case "timed-out" -> new Cause.TimedOut(fields.duration("after"));
      case "refused" -> new Cause.Refused(fields.text("words"));
      case "unreadable" -> new Cause.Unreadable(fields.text("excerpt"));
      case "cut-off" -> new Cause.CutOff();
      case "filtered" -> new Cause.Filtered(fields.text("reason"));
      case "provider-error" -> new Cause.ProviderError(fields.text("reason"));
      case "benched" -> new Cause.Benched(fields.instant("until"), fields.text("reason"));
      case "not-allowed" -> new Cause.NotAllowed(fields.text("reason"));
      case "vacant" -> new Cause.Vacant();
      case "unscripted" -> new Cause.Unscripted();
      case "broken" -> new Cause.Broken(fields.text("what"));
      case "halted" -> new Cause.Halted(fields.value("order", CauseJson::order));
      default -> throw fields.unknownKind();
    };
  }

  static ObjectNode write(StopOrder order) {
    return switch (order) {
      case StopOrder.Stop(var by) -> {
        var node = Json.kind("stop");
        node.set("by", OpeningJson.write(by));
        yield node;
      }
      case StopOrder.FinishNow(var by) -> {
        var node = Json.kind("finish-now");
        node.set("by", OpeningJson.write(by));
        yield node;
      }
      case StopOrder.DeadlinePassed(var deadline) ->
          Json.kind("deadline-passed").put("deadline", deadline.toString());
      case StopOrder.BudgetSpent(var reason) -> Json.kind("budget-spent").put("reason", reason);
    };
  }

  static StopOrder order(Fields fields) {
    return switch (fields.kind()) {
      case "stop" -> new StopOrder.Stop(fields.value("by", OpeningJson::person));
      case "finish-now" -> new StopOrder.FinishNow(fields.value("by", OpeningJson::person));
      case "deadline-passed" -> new StopOrder.DeadlinePassed(fields.duration("deadline"));
      case "budget-spent" -> new StopOrder.BudgetSpent(fields.text("reason"));
      default -> throw fields.unknownKind();
    };
  }
}
