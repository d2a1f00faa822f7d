package dev.roundtable.session;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Brief;
import dev.roundtable.debate.ChairReply;
import dev.roundtable.debate.ChairTask;
import dev.roundtable.debate.Given;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.Panel;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.Summary;
import dev.roundtable.debate.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Panelists and chairs that do what a test needs, and tables at which they sit as s1, s2, ... */
public final class Tables {
  private Tables() {}

  public static Table of(Panelist... panelists) {
    return table(Optional.empty(), List.of(panelists));
  }

  public static Table chaired(Chair chair, Panelist... panelists) {
    return table(Optional.of(chair), List.of(panelists));
  }

  public static Table table(Optional<Chair> chair, List<Panelist> panelists) {
    var seats = new ArrayList<Seat>();
    Map<SeatId, Panelist> sitting = new LinkedHashMap<>();
    for (int i = 0; i < panelists.size(); i++) {
      var seat = new Seat("s" + (i + 1), "Seat " + (i + 1));
      seats.add(seat);
      sitting.put(seat.id(), panelists.get(i));
    }
    return new Table(new Panel("test", seats, chair.isPresent(), false), sitting, chair);
  }

  /** Panels with this table alone. */
  public static Panels only(Table table) {
    return new Panels() {
      @Override
      public Optional<Table> find(String name) {
        return Optional.of(table).filter(found -> found.panel().name().equals(name));
      }

      @Override
      public List<String> names() {
        return List.of(table.panel().name());
      }
    };
  }

  public static Panelist[] all(int count, Function<Integer, Panelist> panelist) {
    return Stream.iterate(1, i -> i + 1).limit(count).map(panelist).toArray(Panelist[]::new);
  }

  /** One option for each round; the last is for every round after it. */
  public static Panelist votes(String... rounds) {
    return brief -> vote(brief, rounds[Math.min(brief.round(), rounds.length) - 1]);
  }

  public static Panelist.Reply vote(Brief brief, String option) {
    return reply(
        new Ballot.Vote(
            brief.seat(), new OptionId(option), "Because of " + brief.seat() + ".", null, null));
  }

  public static Panelist.Reply reply(Ballot ballot) {
    return new Panelist.Reply(ballot, Provenance.CODE);
  }

  public static Panelist abstains() {
    return brief -> reply(Given.abstains(brief.seat()));
  }

  /** Never answers, and ends when it is interrupted. */
  public static Panelist hangs() {
    return _ -> {
      new CountDownLatch(1).await();
      throw new AssertionError("nobody counts down");
    };
  }

  public static Panelist fails(RuntimeException with) {
    return _ -> {
      throw with;
    };
  }

  public static Panelist waitsFor(CountDownLatch latch, Panelist then) {
    return brief -> {
      latch.await();
      return then.answer(brief);
    };
  }

  /** Writes honest summaries with this text, and can do nothing else. */
  public static Chair summarises(String text) {
    return task -> new Chair.Answer(draft((ChairTask.Summarise) task, text), Provenance.CODE);
  }

  public static ChairReply draft(ChairTask.Summarise task, String text) {
    var tally = task.verdict().count().tally();
    var votes =
        tally.lines().stream().collect(Collectors.toMap(Tally.Line::option, Tally.Line::votes));
    var summary = new Summary(text, Map.of(), Map.of(), null);
    return new ChairReply.SummaryDraft(tally.leaders(), votes, summary);
  }
}
