package dev.roundtable.debate;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A debate drawn from a seed. What a seat says depends on the seed, the seat and the round alone,
 * so that the options' order can be changed without changing anybody's mind.
 */
public final class RandomDebate {
  private record Disturbance(int afterEvents, DebateEvent event) {}

  private final long seed;
  private final Question question;
  private final Panel panel;
  private final Rules rules;
  private final int favourite;
  private final double conviction;
  private final double failures;
  private final List<Disturbance> disturbances = new ArrayList<>();

  private final List<Boolean> honestDrafts = new ArrayList<>();

  /** Draws it. */
  public RandomDebate(long seed) {
    this.seed = seed;
    var random = new Random(seed);
    int options = 2 + random.nextInt(9);
    boolean given = random.nextInt(4) > 0;
    question = new Question("Which of them?", given ? labels(options) : List.of(), null);
    panel = panel(random);
    rules = rules(random, given);
    favourite = random.nextInt(options);
    conviction = random.nextDouble();
    failures = random.nextInt(3) == 0 ? random.nextDouble() : random.nextDouble() * 0.1;
    for (int i = random.nextInt(5); i > 0; i--) {
      disturbances.add(disturbance(random, i));
    }
  }

  private RandomDebate(RandomDebate other, Question question) {
    this.seed = other.seed;
    this.question = question;
    this.panel = other.panel;
    this.rules = other.rules;
    this.favourite = other.favourite;
    this.conviction = other.conviction;
    this.failures = other.failures;
    this.disturbances.addAll(other.disturbances);
  }

  /** The same debate with the options in another order. */
  RandomDebate shuffled() {
    var labels = new ArrayList<>(question.options());
    Collections.shuffle(labels, new Random(~seed));
    return new RandomDebate(this, new Question(question.text(), labels, null));
  }

  private static List<String> labels(int count) {
    return IntStream.range(0, count).mapToObj(i -> "Choice " + i).toList();
  }

  private static Panel panel(Random random) {
    int size = 2 + (random.nextInt(8) == 0 ? random.nextInt(49) : random.nextInt(9));
    boolean weighted = random.nextInt(3) == 0;
    var seats = new ArrayList<Seat>();
    for (int i = 1; i <= size; i++) {
      var weight = weighted ? new Weight(500 * (1 + random.nextInt(10))) : Weight.ONE;
      seats.add(new Seat(Given.seat(i), "Seat " + i, weight));
    }
    return new Panel("random", seats, random.nextBoolean(), false);
  }

  private static Rules rules(Random random, boolean given) {
    var modes = given ? new Mode[] {Mode.AUTO, Mode.DEBATE, Mode.POLL} : Mode.values();
    var share = random.nextInt(3) == 0 ? 0.55 + random.nextInt(10) * 0.05 : null;
    return new Rules(
        modes[random.nextInt(modes.length)],
        1 + random.nextInt(5),
        share,
        Duration.ofSeconds(60),
        Duration.ofSeconds(180));
  }

  private static Disturbance disturbance(Random random, int number) {
    var message = new MessageId("m" + random.nextInt(number + 1));
    var person = random.nextBoolean() ? Given.ANNA : Given.BEN;
    DebateEvent event =
        switch (random.nextInt(6)) {
          case 0 -> new DebateEvent.StopRequested(message, new StopOrder.Stop(person));
          case 1 -> new DebateEvent.StopRequested(message, new StopOrder.FinishNow(person));
          case 2 ->
              new DebateEvent.LimitReached(new StopOrder.DeadlinePassed(Duration.ofSeconds(1)));
          case 3 ->
              new DebateEvent.TeamVoted(
                  message, person, new OptionId("choice-" + random.nextInt(3)));
          default ->
              new DebateEvent.FollowUpAsked(
                  message, person, "Think of " + number + ".", random.nextBoolean());
        };
    return new Disturbance(random.nextInt(120), event);
  }

  /** The whole debate, from its opening until nothing is left to do. */
  public Proceedings play() {
    var id = new DebateId("seed-" + Math.abs(seed));
    var debate =
        Proceedings.open(id, question, panel, rules).seats(this::answer).chair(this::chair);
    for (var disturbance : disturbances) {
      debate.until(_ -> debate.events().size() >= disturbance.afterEvents());
      debate.happens(disturbance.event());
    }
    return debate.run();
  }

  private Random random(Object... about) {
    return new Random(seed * 31 + List.of(about).hashCode() * 0x9e3779b97f4a7c15L);
  }

  private Ballot answer(Brief brief) {
    var random = random(brief.seat().value(), brief.round());
    if (random.nextDouble() < failures) {
      return Given.abstains(brief.seat());
    }
    int choices = Math.max(2, question.options().size());
    int choice = random.nextDouble() < conviction ? favourite % choices : random.nextInt(choices);
    if (brief.open()) {
      var statement = (random.nextBoolean() ? "Choice " : "choice  ") + random.nextInt(12);
      return new Ballot.Position(brief.seat(), statement, "Said by one.", null);
    }
    return new Ballot.Vote(
        brief.seat(),
        choose(brief, "Choice " + choice, random.nextInt(64)),
        "For reason " + random.nextInt(6) + " and " + random.nextInt(6) + ".",
        random.nextBoolean() ? random.nextDouble() : null,
        because(brief, random));
  }

  // The label if it is on the paper, else one that the draw picks whatever the order.
  private static OptionId choose(Brief brief, String label, int draw) {
    var byId = brief.options().stream().map(Option::id).map(OptionId::value).sorted().toList();
    return brief.options().stream()
        .filter(option -> option.label().equals(label))
        .map(Option::id)
        .findFirst()
        .orElseGet(() -> new OptionId(byId.get(draw % byId.size())));
  }

  private static @Nullable ArgumentId because(Brief brief, Random random) {
    return brief.arguments().isEmpty() || random.nextBoolean()
        ? null
        : brief.arguments().get(random.nextInt(brief.arguments().size())).id();
  }

  private ChairReply chair(ChairTask task) {
    var random = random(task.getClass().getSimpleName());
    return switch (task) {
      case ChairTask.ChooseForm _ ->
          random.nextBoolean()
              ? new ChairReply.FormChoice(
                  random.nextBoolean() ? BallotForm.OPEN : BallotForm.OPTIONS)
              : new ChairReply.Grouping(List.of());
      case ChairTask.GroupPositions group -> grouping(group, random);
      case ChairTask.Summarise summarise -> draft(summarise);
    };
  }

  private static ChairReply grouping(ChairTask.GroupPositions task, Random random) {
    var groups = new ArrayList<ChairReply.Group>();
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      var seats = new HashSet<SeatId>();
      for (int p = i; p < task.positions().size(); p += count) {
        seats.add(task.positions().get(p).seat());
      }
      if (random.nextInt(10) == 0) {
        seats.add(Given.seat(1 + random.nextInt(60)));
      }
      groups.add(new ChairReply.Group(random.nextBoolean() ? "Choice" : "Invented", seats));
    }
    return new ChairReply.Grouping(groups);
  }

  private ChairReply draft(ChairTask.Summarise task) {
    var tally = task.verdict().count().tally();
    var random = random("draft", tally.votes(), task.verdict().count().changes().size());
    var winners = new ArrayList<>(tally.leaders());
    var votes = new LinkedHashMap<OptionId, Integer>();
    tally.lines().forEach(line -> votes.put(line.option(), line.votes()));
    boolean liesAboutWinner = random.nextInt(4) == 0;
    boolean liesAboutVotes = random.nextInt(4) == 0;
    if (liesAboutWinner) {
      winners.add(new OptionId("choice-99"));
    }
    if (liesAboutVotes) {
      votes.merge(tally.leaders().getFirst(), 1, Integer::sum);
    }
    honestDrafts.add(!liesAboutWinner && !liesAboutVotes);
    var summary = new Summary("They weighed it.", Map.of(), Map.of(), null);
    return new ChairReply.SummaryDraft(winners, votes, summary);
  }

  /** For each draft that the chair wrote, whether it agreed with the count. */
  List<Boolean> honestDrafts() {
    return honestDrafts;
  }

  /** What a seat's vote must count, worked out from what was drawn. */
  static BigDecimal weight(Panel panel, SeatId seat) {
    return new BigDecimal(panel.seat(seat).weight().toString());
  }

  @Override
  public String toString() {
    return "seed " + seed;
  }
}
