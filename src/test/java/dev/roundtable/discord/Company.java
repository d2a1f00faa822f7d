package dev.roundtable.discord;

import static java.util.Objects.requireNonNull;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Brief;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Option;
import dev.roundtable.debate.Panel;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.SeatId;
import dev.roundtable.session.Audience;
import dev.roundtable.session.Entry;
import dev.roundtable.session.Panelist;
import dev.roundtable.session.Panels;
import dev.roundtable.session.Table;
import dev.roundtable.session.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A panel whose seats vote as they are told, in order, and wait where they are told to. */
final class Company implements Panels, Audience {
  static final String NAME = "six";

  /** A seat: the labels it votes for, one for each round, the last for all later ones. */
  @SuppressWarnings("ArrayRecordComponent")
  record Member(String name, String reasons, String... votes) {}

  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> heard = new ConcurrentHashMap<>();
  private final Table table;
  private volatile Thought thought = () -> {};

  private interface Thought {
    void take() throws InterruptedException;
  }

  Company(Member... members) {
    var seats = new ArrayList<Seat>();
    var sitting = new LinkedHashMap<SeatId, Panelist>();
    for (var member : members) {
      var seat = new Seat(member.name().toLowerCase(Locale.ROOT), member.name());
      var before = seats.isEmpty() ? null : seats.getLast().id();
      seats.add(seat);
      sitting.put(seat.id(), brief -> answer(member, before, brief));
    }
    table = new Table(new Panel(NAME, seats, false, false), sitting, Optional.empty());
  }

  /** A panel that sits elsewhere already, under the name that is known here. */
  Company(Table other) {
    var panel = new Panel(NAME, other.panel().seats(), other.panel().chaired(), false);
    table = new Table(panel, other.panelists(), other.chair());
  }

  /** Keeps that seat from answering in that round until it is let go. */
  void hold(String seat, int round) {
    held.put(seat.toLowerCase(Locale.ROOT) + round, new CountDownLatch(1));
  }

  /** From now on each seat thinks for that long before it answers. */
  void thinksFor(Duration time, Timer timer) {
    thought = () -> timer.pause(time);
  }

  void release(String seat, int round) {
    requireNonNull(held.get(seat + round), "nobody holds it").countDown();
  }

  void release() {
    held.values().forEach(CountDownLatch::countDown);
    held.clear();
  }

  // One after the other, so that the order in the thread is always the same.
  private Panelist.Reply answer(Member member, @Nullable SeatId before, Brief brief)
      throws InterruptedException {
    if (before != null) {
      heard(brief.debate(), brief.round(), before).await();
    }
    thought.take();
    var gate = held.get(brief.seat().value() + brief.round());
    if (gate != null) {
      gate.await();
    }
    var label = member.votes()[Math.min(brief.round(), member.votes().length) - 1];
    var option =
        brief.options().stream()
            .filter(one -> one.label().equals(label))
            .map(Option::id)
            .findFirst()
            .orElseGet(() -> brief.options().getFirst().id());
    var reasons = brief.round() == 1 ? member.reasons() : "Still: " + member.reasons();
    return new Panelist.Reply(
        new Ballot.Vote(brief.seat(), option, reasons, 0.8, null), Provenance.CODE);
  }

  private CountDownLatch heard(DebateId debate, int round, SeatId seat) {
    var key = debate + "/" + round + "/" + seat;
    return heard.computeIfAbsent(key, _ -> new CountDownLatch(1));
  }

  @Override
  public void told(Entry entry, Debate debate) {
    if (entry.event() instanceof DebateEvent.BallotCast cast) {
      heard(debate.id(), cast.round(), cast.ballot().seat()).countDown();
    }
  }

  int seats() {
    return table.panel().seats().size();
  }

  @Override
  public Optional<Table> find(String name) {
    return name.equals(NAME) ? Optional.of(table) : Optional.empty();
  }

  @Override
  public List<String> names() {
    return List.of(NAME);
  }
}
