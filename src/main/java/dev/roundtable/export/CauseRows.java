package dev.roundtable.export;

import dev.roundtable.debate.Cause;
import dev.roundtable.debate.StopOrder;

/** Why somebody gave no usable answer, for the record. */
final class CauseRows {
  private CauseRows() {}

  static DebateRecord.CauseRow row(Cause cause) {
    return switch (cause) {
      case Cause.TimedOut(var after) -> row("timed-out", after.toString());
      case Cause.Refused(var words) -> row("refused", words);
      case Cause.Unreadable(var excerpt) -> row("unreadable", excerpt);
      case Cause.CutOff() -> row("cut-off", "");
      case Cause.Filtered(var reason) -> row("filtered", reason);
      case Cause.ProviderError(var reason) -> row("provider-error", reason);
      case Cause.Benched(var until, var reason) ->
          new DebateRecord.CauseRow("benched", reason, until.toString(), null);
      case Cause.NotAllowed(var reason) -> row("not-allowed", reason);
      case Cause.Vacant() -> row("vacant", "");
      case Cause.Unscripted() -> row("unscripted", "");
      case Cause.Broken(var kind) -> row("broken", kind);
      case Cause.Halted(var order) -> new DebateRecord.CauseRow("halted", "", null, order(order));
    };
  }

  private static DebateRecord.CauseRow row(String cause, String detail) {
    return new DebateRecord.CauseRow(cause, detail, null, null);
  }

  private static DebateRecord.OrderRow order(StopOrder order) {
    return switch (order) {
      case StopOrder.Stop(var by) -> new DebateRecord.OrderRow("stop", by.name());
      case StopOrder.FinishNow(var by) -> new DebateRecord.OrderRow("finish-now", by.name());
      case StopOrder.DeadlinePassed(var deadline) ->
          new DebateRecord.OrderRow("deadline", deadline.toString());
      case StopOrder.BudgetSpent(var reason) -> new DebateRecord.OrderRow("budget", reason);
    };
  }
}
