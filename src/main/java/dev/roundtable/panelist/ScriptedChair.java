package dev.roundtable.panelist;

import dev.roundtable.debate.BallotPaper;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.ChairReply;
import dev.roundtable.debate.ChairTask;
import dev.roundtable.debate.Folding;
import dev.roundtable.debate.Option;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.Summary;
import dev.roundtable.debate.Tally;
import dev.roundtable.session.Chair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Says what the script has for the chair, and fails where it has nothing. */
final class ScriptedChair implements Chair {
  private static final ChairReply NOTHING = new ChairReply.Failed(new Cause.Unscripted());

  private final Script.ChairLines lines;
  private final AtomicInteger summaries = new AtomicInteger();

  ScriptedChair(Script.ChairLines lines) {
    this.lines = lines;
  }

  @Override
  public Answer answer(ChairTask task) {
    ChairReply reply =
        switch (task) {
          case ChairTask.ChooseForm _ -> form();
          case ChairTask.GroupPositions _ -> groups();
          case ChairTask.Summarise summarise -> summary(summarise);
        };
    return new Answer(reply, Provenance.CODE);
  }

  private ChairReply form() {
    return lines.form() == null ? NOTHING : new ChairReply.FormChoice(lines.form());
  }

  private ChairReply groups() {
    if (lines.groups().isEmpty()) {
      return NOTHING;
    }
    return new ChairReply.Grouping(
        lines.groups().entrySet().stream()
            .map(group ->
                new ChairReply.Group(
                    group.getKey(),
                    group.getValue().stream().map(SeatId::new).collect(Collectors.toSet())))
            .toList());
  }

  private ChairReply summary(ChairTask.Summarise task) {
    if (lines.summaries().isEmpty()) {
      return NOTHING;
    }
    int next = Math.min(summaries.getAndIncrement(), lines.summaries().size() - 1);
    return switch (lines.summaries().get(next)) {
      case Script.SummaryLine.Writes line -> draft(task, line);
      case Script.SummaryLine.Miscounts(var text) -> miscounted(task, text);
      case Script.SummaryLine.Fails(var cause) -> new ChairReply.Failed(cause);
    };
  }

  private static ChairReply draft(ChairTask.Summarise task, Script.SummaryLine.Writes line) {
    var winners =
        line.winner() == null
            ? tally(task).leaders()
            : option(task.paper(), line.winner()).map(List::of).orElse(List.of());
    var summary =
        new Summary(
            line.text(),
            byOption(task.paper(), line.strongest()),
            byOption(task.paper(), line.counterpoints()),
            line.wouldChange());
    return new ChairReply.SummaryDraft(winners, votes(task, 0), summary);
  }

  private static ChairReply miscounted(ChairTask.Summarise task, String text) {
    var summary = new Summary(text, Map.of(), Map.of(), null);
    return new ChairReply.SummaryDraft(tally(task).leaders(), votes(task, 1), summary);
  }

  private static Tally tally(ChairTask.Summarise task) {
    return task.verdict().count().tally();
  }

  private static Map<OptionId, Integer> votes(ChairTask.Summarise task, int more) {
    return tally(task).lines().stream()
        .collect(Collectors.toMap(Tally.Line::option, line -> line.votes() + more));
  }

  private static Map<OptionId, String> byOption(BallotPaper paper, Map<String, String> texts) {
    var byOption = new LinkedHashMap<OptionId, String>();
    texts.forEach((label, text) -> option(paper, label).ifPresent(id -> byOption.put(id, text)));
    return byOption;
  }

  private static Optional<OptionId> option(BallotPaper paper, String label) {
    return paper.options().stream()
        .filter(o -> Folding.caseAndSpace(o.label()).equals(Folding.caseAndSpace(label)))
        .map(Option::id)
        .findFirst();
  }
}
