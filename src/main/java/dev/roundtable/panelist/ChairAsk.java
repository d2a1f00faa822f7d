package dev.roundtable.panelist;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.BallotPaper;
import dev.roundtable.debate.ChairTask;
import dev.roundtable.debate.Question;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts a chair's task into words. Seats are numbered: their names tell a chair nothing. */
final class ChairAsk {
  private ChairAsk() {}

  static Ask of(Prompts prompts, ChairTask task) {
    var blocks = DataBlocks.fresh();
    var values = values(task.question(), blocks);
    var rules = prompts.rules();
    return switch (task) {
      case ChairTask.ChooseForm _ -> {
        values.put("example", Shape.FORM.example());
        yield Ask.of(rules, prompts.chairForm().filled(values), Shape.FORM);
      }
      case ChairTask.GroupPositions group -> {
        values.put("positions", positions(group.positions(), blocks));
        values.put("example", Shape.GROUPS.example());
        yield Ask.of(rules, prompts.chairGroup().filled(values), Shape.GROUPS);
      }
      case ChairTask.Summarise summarise -> {
        values.put("options", options(summarise.paper(), blocks));
        values.put("count", count(summarise));
        values.put("votes", votes(summarise.votes(), blocks));
        values.put("example", Shape.SUMMARY.example());
        yield Ask.of(rules, prompts.chairSummary().filled(values), Shape.SUMMARY);
      }
    };
  }

  private static Map<String, String> values(Question question, DataBlocks blocks) {
    var values = new HashMap<String, String>();
    values.put("mark", blocks.mark());
    values.put("question", blocks.block("question", question.text()));
    var context = question.context();
    values.put("context", context == null ? "" : blocks.block("context of the question", context));
    return values;
  }

  /** What the chair calls the position at that index. */
  static String nameOf(int index) {
    return "P" + (index + 1);
  }

  private static String positions(List<Ballot.Position> positions, DataBlocks blocks) {
    return IntStream.range(0, positions.size())
        .mapToObj(i -> {
          var position = positions.get(i);
          var words = position.statement() + "\n" + position.reasons();
          return blocks.block("position " + nameOf(i), words);
        })
        .collect(Collectors.joining("\n\n"));
  }

  private static String options(BallotPaper paper, DataBlocks blocks) {
    return paper.options().stream()
        .map(option -> "- " + option.id() + ": " + blocks.line(option.label()))
        .collect(Collectors.joining("\n"));
  }

  private static String count(ChairTask.Summarise task) {
    var tally = task.verdict().count().tally();
    var leaders =
        tally.leaders().stream().map(Object::toString).collect(Collectors.joining(" and "));
    var lines =
        tally.lines().stream()
            .map(line -> "- " + line.option() + ": " + line.votes())
            .collect(Collectors.joining("\n"));
    var outcome = tally.leaders().size() == 1 ? "Winner: " : "A tie of: ";
    return lines + "\n" + outcome + leaders;
  }

  private static String votes(List<Ballot.Vote> votes, DataBlocks blocks) {
    return votes.stream()
        .map(vote -> blocks.block("a vote for " + vote.option(), vote.reasons()))
        .collect(Collectors.joining("\n\n"));
  }
}
