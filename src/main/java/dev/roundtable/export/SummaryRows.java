package dev.roundtable.export;

import dev.roundtable.debate.Contradiction;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.Ruling;
import dev.roundtable.debate.SummaryOrigin;
import dev.roundtable.transcript.Phrases;
import dev.roundtable.transcript.SummaryText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was written about a verdict, for the record. */
final class SummaryRows {
  private final Debate debate;
  private final Phrases phrases;

  SummaryRows(Debate debate, Phrases phrases) {
    this.debate = debate;
    this.phrases = phrases;
  }

  /** Null until it is written. */
  DebateRecord.@Nullable SummaryRow row(Ruling ruling) {
    var written = ruling.summary();
    if (written == null) {
      return null;
    }
    var summary = written.summary();
    var template = template(written.origin());
    return new DebateRecord.SummaryRow(
        SummaryText.of(debate, ruling, phrases),
        points(summary.strongest()),
        points(summary.counterpoints()),
        summary.wouldChange(),
        template == null ? "chair" : "template",
        template);
  }

  private static DebateRecord.@Nullable TemplateRow template(SummaryOrigin origin) {
    return switch (origin) {
      case SummaryOrigin.ByChair() -> null;
      case SummaryOrigin.ChairNotAsked() -> new DebateRecord.TemplateRow("not-asked", null);
      case SummaryOrigin.ChairDidNotAnswer(var cause) ->
          new DebateRecord.TemplateRow("no-answer", CauseRows.row(cause));
      case SummaryOrigin.ChairContradictedCount(Contradiction.OtherCounts()) ->
          new DebateRecord.TemplateRow("other-counts", null);
      case SummaryOrigin.ChairContradictedCount(Contradiction.OtherWinner()),
          SummaryOrigin.ChairContradictedCount(Contradiction.TextNamesWinner _) ->
          new DebateRecord.TemplateRow("other-winner", null);
      case SummaryOrigin.AnswerHiddenSince() -> new DebateRecord.TemplateRow("hidden-answer", null);
    };
  }

  private List<DebateRecord.PointRow> points(Map<OptionId, String> points) {
    return points.entrySet().stream()
        .map(entry ->
            new DebateRecord.PointRow(debate.paper().label(entry.getKey()), entry.getValue()))
        .toList();
  }
}
