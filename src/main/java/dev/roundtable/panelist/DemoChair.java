package dev.roundtable.panelist;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.BallotPaper;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.ChairReply;
import dev.roundtable.debate.ChairTask;
import dev.roundtable.debate.Change;
import dev.roundtable.debate.Folding;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.Summary;
import dev.roundtable.debate.Tally;
import dev.roundtable.debate.Verdict;
import dev.roundtable.session.Chair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The chair of the demonstration panel: says what the ballots say, in set phrases. */
final class DemoChair implements Chair {
  @Override
  public Answer answer(ChairTask task) {
    ChairReply reply =
        switch (task) {
          case ChairTask.ChooseForm _ -> new ChairReply.Failed(new Cause.Unscripted());
          case ChairTask.GroupPositions(_, var positions) -> group(positions);
          case ChairTask.Summarise summarise -> summarise(summarise);
        };
    return new Answer(reply, Provenance.CODE);
  }

  private static ChairReply group(List<Ballot.Position> positions) {
    Map<String, List<Ballot.Position>> equal =
        positions.stream()
            .collect(
                Collectors.groupingBy(
                    position -> Folding.words(position.statement()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return new ChairReply.Grouping(equal.values().stream().map(DemoChair::groupOf).toList());
  }

  private static ChairReply.Group groupOf(List<Ballot.Position> members) {
    var seats = members.stream().map(Ballot.Position::seat).collect(Collectors.toSet());
    return new ChairReply.Group(members.getFirst().statement(), seats);
  }

  private static ChairReply summarise(ChairTask.Summarise task) {
    var verdict = task.verdict();
    var tally = verdict.count().tally();
    var votes =
        tally.lines().stream().collect(Collectors.toMap(Tally.Line::option, Tally.Line::votes));
    var strongest = new LinkedHashMap<OptionId, String>();
    task.votes().forEach(vote -> strongest.putIfAbsent(vote.option(), vote.reasons()));
    var wouldChange = "One example from the team’s own past would weigh more than all of this.";
    return new ChairReply.SummaryDraft(
        tally.leaders(),
        votes,
        new Summary(text(task.paper(), verdict), strongest, Map.of(), wouldChange));
  }

  private static String text(BallotPaper paper, Verdict verdict) {
    long changed = verdict.count().changes().stream().map(Change::seat).distinct().count();
    var movement =
        changed == 0
            ? "Nobody moved between the rounds."
            : changed == 1 ? "One seat moved on the way." : changed + " seats moved on the way.";
    return switch (verdict) {
      case Verdict.Unanimous(var winner, _) ->
          "Every seat that voted ended on “%s”. %s".formatted(paper.label(winner), movement);
      case Verdict.Won won ->
          "“%s” ended ahead, and the seats against it gave reasons that are worth a second look. %s"
              .formatted(paper.label(won.winner()), movement);
      case Verdict.Tied tied ->
          "The panel split evenly between %s, so what decides lies outside this room. %s"
              .formatted(
                  tied.leaders().stream()
                      .map(option -> "“" + paper.label(option) + "”")
                      .collect(Collectors.joining(" and ")),
                  movement);
      case Verdict.NoQuorum _ -> "Too few seats voted to say anything for the panel.";
    };
  }
}
