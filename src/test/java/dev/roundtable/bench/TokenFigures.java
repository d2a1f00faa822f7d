package dev.roundtable.bench;

import dev.roundtable.bench.DebateFigures.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a question costs in calls and tokens, of which four characters are one. */
final class TokenFigures {
  private static final int QUESTIONS = 10;
  private static final int DRAWN = 150;
  private static final double OTHERS = 15_800 + 4_000;
  private static final double MOST = 0.6 * OTHERS;
  private static final int FULL_ROUNDS = 3;
  // Rules, question, options and form of an answer, a digest of 1,400 characters with its marks,
  // and the seat's own ballot.
  private static final int MOST_PROMPT = 1_700;

  private final Models models;
  private final Topics topics;

  private record Used(double calls, double prompt, double answer) {
    double tokens() {
      return prompt + answer;
    }

    String words() {
      return String.format(
          Locale.ROOT,
          "%.1f calls, %.1fk + %.1fk tokens (%.2f of %.1fk)",
          calls,
          prompt / 1000,
          answer / 1000,
          tokens() / OTHERS,
          OTHERS / 1000);
    }

    boolean met() {
      return calls <= 13 && tokens() <= MOST;
    }
  }

  TokenFigures(Models models, Topics topics) {
    this.models = models;
    this.topics = topics;
  }

  // The mean of each.
  private Used use(Engine engine, Order order) throws IOException, InterruptedException {
    models.calls();
    engine.hold(order);
    var calls = models.calls();
    double questions = order.count();
    return new Used(
        calls.size() / questions,
        calls.stream().mapToInt(Journal.Call::prompt).sum() / 4.0 / questions,
        calls.stream().mapToInt(Journal.Call::answer).sum() / 4.0 / questions);
  }

  List<Figure> perQuestion(Engine engine) throws IOException, InterruptedException {
    var figures = new ArrayList<Figure>();
    models.speed(50);
    var whole = use(engine, topics.order(QUESTIONS, Topic.Votes.SPLIT, "six", 2));
    var target = "<= 13 calls, <= 0.60";
    figures.add(
        Figure.of(
                "B6",
                "calls and prompt + completion tokens of a question that takes two rounds and a"
                    + " summary; every answer is as long as the prompt allows",
                whole.words(),
                target,
                whole.met(),
                QUESTIONS)
            .beside("13, 15.8k + 4.0k", "14, 16.1k + 4.0k", "–"));
    for (var votes : List.of(Topic.Votes.HARD, Topic.Votes.USUAL, Topic.Votes.EASY)) {
      var mean = use(engine, topics.order(DRAWN, votes, "six", 2));
      var what =
          String.format(
              Locale.ROOT,
              "the same with the stop rules, mean of a drawn population: a seat is right with a"
                  + " probability that is Beta distributed over questions, mean %.2f and two"
                  + " pseudo-observations; two that err agree with 0.6 (arXiv 2506.07962)",
              Population.meanShareRight(votes));
      figures.add(Figure.of("B6", what, mean.words(), target, mean.met(), DRAWN));
    }
    models.speed(1);
    return figures;
  }

  List<Figure> perSeat(Engine engine) throws IOException, InterruptedException {
    var figures = new ArrayList<Figure>();
    models.speed(50);
    for (var panel : List.of("of-3", "six", "of-10", "of-20")) {
      int seats = panel.equals("six") ? 6 : Integer.parseInt(panel.substring(3));
      figures.add(growth(engine, panel, seats));
    }
    models.speed(1);
    return figures;
  }

  private Figure growth(Engine engine, String panel, int seats)
      throws IOException, InterruptedException {
    var parts = new ArrayList<String>();
    boolean bounded = true;
    for (int rounds = 1; rounds <= FULL_ROUNDS; rounds++) {
      models.calls();
      engine.hold(topics.order(1, Topic.Votes.SPLIT, panel, rounds));
      var ballots = models.calls().stream().filter(call -> !call.ofChair()).toList();
      double prompt = ballots.stream().mapToInt(Journal.Call::prompt).sum() / 4.0;
      int longest = ballots.stream().mapToInt(Journal.Call::prompt).max().orElse(0) / 4;
      bounded &= longest <= MOST_PROMPT;
      double full = broadcast(ballots, seats, rounds);
      parts.add(
          String.format(
              Locale.ROOT,
              "%.1fk against %.1fk (%.2f), longest %d",
              prompt / 1000,
              full / 1000,
              prompt / full,
              longest));
    }
    return Figure.of(
        "B12",
        seats
            + " seats, 1, 2 and 3 rounds: prompt tokens of all ballots against a broadcast of the"
            + " full history, and the longest prompt",
        String.join("; ", parts),
        "each prompt <= " + MOST_PROMPT + " at any size",
        bounded,
        FULL_ROUNDS);
  }

  // What the blind round is told, and everything that anybody said before, at its full length.
  private static double broadcast(List<Journal.Call> ballots, int seats, int rounds) {
    double blind =
        ballots.stream().mapToInt(Journal.Call::prompt).min().orElse(0) / 4.0 * seats * rounds;
    double said = ballots.stream().mapToInt(Journal.Call::answer).average().orElse(0) / 4.0;
    double history = 0;
    for (int round = 1; round <= rounds; round++) {
      history += (round - 1) * seats * said * seats;
    }
    return blind + history;
  }
}
