package dev.roundtable.debate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Plays a debate by the Moderator alone: seats and chair are functions, nothing takes time. */
public final class Proceedings {
  private static final int TOO_MANY_STEPS = 5_000;

  private final List<DebateEvent> events = new ArrayList<>();
  private final List<Brief> briefs = new ArrayList<>();
  private final List<ChairTask> tasks = new ArrayList<>();
  private Debate debate;
  private Function<Brief, Ballot> seats = brief -> Given.abstains(brief.seat());
  private Function<ChairTask, ChairReply> chair = _ -> new ChairReply.Failed(new Cause.CutOff());

  private Provenance provenance = Provenance.CODE;

  private Proceedings(DebateEvent.Opened opened) {
    events.add(opened);
    debate = Debate.opened(opened);
  }

  public static Proceedings open(Question question, Panel panel, Rules rules) {
    return open(new DebateId("debate-1"), question, panel, rules);
  }

  public static Proceedings open(DebateId id, Question question, Panel panel, Rules rules) {
    return open(id, question, panel, rules, Venue.TERMINAL);
  }

  public static Proceedings open(
      DebateId id, Question question, Panel panel, Rules rules, Venue venue) {
    return new Proceedings(new DebateEvent.Opened(id, question, panel, rules, Given.ANNA, venue));
  }

  /** One line per round, one word per seat: an option, or - for a seat that fails. */
  public Proceedings votes(String... rounds) {
    return seats(brief -> {
      var words = rounds[Math.min(brief.round(), rounds.length) - 1].strip().split(" +", -1);
      var word = words[Integer.parseInt(brief.seat().value().substring(1)) - 1];
      return word.equals("-")
          ? Given.abstains(brief.seat())
          : Given.vote(brief.seat(), word, "Point of " + brief.seat() + " for " + word + ".");
    });
  }

  public Proceedings seats(Function<Brief, Ballot> answers) {
    seats = answers;
    return this;
  }

  public Proceedings positions(Map<String, String> statements) {
    return seats(brief -> {
      var statement = statements.get(brief.seat().value());
      return statement == null
          ? Given.abstains(brief.seat())
          : new Ballot.Position(brief.seat(), statement, "Because " + statement, null);
    });
  }

  /** Where the answers of the seats come from. */
  public Proceedings from(Provenance answers) {
    provenance = answers;
    return this;
  }

  public Proceedings chair(Function<ChairTask, ChairReply> answers) {
    chair = answers;
    return this;
  }

  /** Somebody or something does this now. */
  public Proceedings happens(DebateEvent event) {
    events.add(event);
    debate = debate.with(event);
    return this;
  }

  /** Until there is nothing to do. */
  public Proceedings run() {
    return until(_ -> false);
  }

  /** Until the debate is so, or there is nothing to do. */
  public Proceedings until(Predicate<Debate> reached) {
    for (int step = 0; step < TOO_MANY_STEPS; step++) {
      if (reached.test(debate) || !step(reached)) {
        return this;
      }
    }
    throw new AssertionError("the moderator does not come to an end");
  }

  private boolean step(Predicate<Debate> reached) {
    switch (Moderator.next(debate)) {
      case Move.Note(var event) -> happens(event);
      case Move.AskChair(var task) -> {
        tasks.add(task);
        happens(Moderator.accept(debate, task, chair.apply(task), Provenance.CODE));
      }
      case Move.AskPanel(var asked) -> {
        for (var brief : asked) {
          if (!reached.test(debate)) {
            cast(brief);
          }
        }
      }
      case Move.Wait() -> {
        return false;
      }
    }
    return true;
  }

  private void cast(Brief brief) {
    var stop = debate.stop();
    Ballot ballot;
    if (stop == null) {
      briefs.add(brief);
      ballot = seats.apply(brief);
    } else {
      ballot = new Ballot.Abstention(brief.seat(), new Cause.Halted(stop));
    }
    happens(new DebateEvent.BallotCast(brief.round(), ballot, provenance, Duration.ZERO));
  }

  public Debate debate() {
    return debate;
  }

  public List<DebateEvent> events() {
    return events;
  }

  /** What each seat was told, in order. */
  public List<Brief> briefs() {
    return briefs;
  }

  public Brief brief(int round, int seat) {
    return briefs.stream()
        .filter(brief -> brief.round() == round && brief.seat().equals(Given.seat(seat)))
        .findFirst()
        .orElseThrow();
  }

  /** What the chair was asked, in order. */
  public List<ChairTask> tasks() {
    return tasks;
  }

  public Ruling ruling() {
    return debate.lastRuling().orElseThrow();
  }

  public Verdict verdict() {
    return ruling().verdict();
  }

  public StopReason reason() {
    return ruling().reached().reason();
  }

  public SummaryOrigin origin() {
    return summary().origin();
  }

  public DebateEvent.SummaryWritten summary() {
    var summary = ruling().summary();
    if (summary == null) {
      throw new AssertionError("no summary yet");
    }
    return summary;
  }
}
