package dev.roundtable.transcript;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Change;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.Option;
import dev.roundtable.debate.Round;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.SeatId;
import dev.roundtable.safety.VisibleText;
import java.util.List;

/** Who voted what in which round, and who moved. */
public record VoteGrid(List<Integer> rounds, List<Row> rows) {
  public record Row(SeatId seat, String name, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** What a seat did in a round. */
  public sealed interface Cell {}

  public record Voted(Option option) implements Cell {}

  /** Voted otherwise than before. */
  public record Moved(Option from, Option to) implements Cell {}

  /** A position that is not an option yet. */
  public record Said() implements Cell {}

  public record Absent(String why) implements Cell {}

  public record Awaited() implements Cell {}

  public VoteGrid {
    rounds = List.copyOf(rounds);
    rows = List.copyOf(rows);
  }

  /** All rounds so far, and all seats. */
  public static VoteGrid of(Debate debate, Phrases phrases) {
    return of(debate, debate.rounds().size(), phrases);
  }

  /** The rounds up to that one, as they stood when it was the last. */
  public static VoteGrid of(Debate debate, int lastRound, Phrases phrases) {
    var rounds = debate.rounds().subList(0, lastRound);
    var changes = debate.changes();
    var rows =
        debate.panel().seats().stream()
            .map(seat ->
                new Row(
                    seat.id(),
                    VisibleText.line(seat.name()),
                    rounds.stream()
                        .map(round -> cell(debate, round, seat, changes, phrases))
                        .toList()))
            .toList();
    return new VoteGrid(rounds.stream().map(Round::number).toList(), rows);
  }

  public boolean isEmpty() {
    return rounds.isEmpty();
  }

  private static Cell cell(
      Debate debate, Round round, Seat seat, List<Change> changes, Phrases phrases) {
    return round
        .of(seat.id())
        .map(DebateEvent.BallotCast::ballot)
        .map(ballot -> cell(debate, round, ballot, changes, phrases))
        .orElseGet(Awaited::new);
  }

  private static Cell cell(
      Debate debate, Round round, Ballot ballot, List<Change> changes, Phrases phrases) {
    if (ballot instanceof Ballot.Abstention(_, var cause)) {
      return new Absent(phrases.cause(cause));
    }
    var paper = debate.paper();
    return round
        .vote(ballot)
        .<Cell>map(vote ->
            changes.stream()
                .filter(change -> change.round() == round.number())
                .filter(change -> change.seat().equals(vote.seat()))
                .findFirst()
                .<Cell>map(
                    change -> new Moved(paper.option(change.from()), paper.option(change.to())))
                .orElseGet(() -> new Voted(paper.option(vote.option()))))
        .orElseGet(Said::new);
  }
}
