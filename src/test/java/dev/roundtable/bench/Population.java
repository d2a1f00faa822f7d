package dev.roundtable.bench;

import java.util.Random;

/**
 * How panels vote. The draws: a question has a difficulty, the share of models that get it right,
 * which is Beta distributed with a mean of 0.6, 0.75 or 0.9 and two pseudo-observations (models
 * find the same questions hard, so that most are either clear or not); whoever is wrong holds the
 * popular wrong answer with the probability 0.6 (arXiv 2506.07962: two models that err agree on 60
 * % of the questions). These are shares of a public benchmark's questions, not of a team's.
 *
 * <p>Whether seats move in round 2 does not matter to what two rounds cost.
 */
final class Population {
  static final double SAME_ERROR = 0.6;
  static final double PSEUDO_OBSERVATIONS = 2;

  private Population() {}

  static double meanShareRight(Topic.Votes votes) {
    return switch (votes) {
      case SPLIT -> 0.5;
      case HARD -> 0.6;
      case USUAL -> 0.75;
      case EASY -> 0.9;
    };
  }

  /** The label that a seat votes for, whose model's name ends in its number. */
  static String choice(Topic topic, String model, int round) {
    int seat = model.matches(".*\\d") ? Integer.parseInt(model.replaceAll("\\D", "")) : 0;
    if (topic.votes() == Topic.Votes.SPLIT) {
      int side = seat == 1 ? round : seat;
      return Topic.OPTIONS.get(side % 2);
    }
    double right = shareRight(topic);
    var own = new Random(topic.number() * 1_000L + seat);
    own.nextLong();
    if (own.nextDouble() < right) {
      return Topic.OPTIONS.get(0);
    }
    return Topic.OPTIONS.get(own.nextDouble() < SAME_ERROR ? 1 : 2);
  }

  private static double shareRight(Topic topic) {
    var random = new Random(topic.number() * 7_919L);
    random.nextLong();
    double mean = meanShareRight(topic.votes());
    return beta(mean * PSEUDO_OBSERVATIONS, (1 - mean) * PSEUDO_OBSERVATIONS, random);
  }

  // Joehnk's method, for parameters that are not large.
  private static double beta(double a, double b, Random random) {
    while (true) {
      double x = Math.pow(random.nextDouble(), 1 / a);
      double y = Math.pow(random.nextDouble(), 1 / b);
      if (x + y <= 1 && x + y > 0) {
        return x / (x + y);
      }
    }
  }
}
