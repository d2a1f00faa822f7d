package dev.roundtable.bench;

import dev.roundtable.debate.Question;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A question of the benchmark. Its number and how the panel is going to vote on it stand in its
 * text, so that the model server knows them without being told otherwise.
 *
 * @param votes how the panel votes
 */
public record Topic(int number, Votes votes) {
  static final List<String> OPTIONS =
      List.of("Move it this quarter", "Move it after the audit", "Leave it where it is");
  private static final Pattern KEY = Pattern.compile("topic-\\d+-[a-z0-9]+");

  /** How a panel votes. */
  public enum Votes {
    /** Half and half; seat 1 changes in every round, so that all rounds are held. */
    SPLIT,
    /** A draw from {@link Population}. */
    HARD,
    USUAL,
    EASY
  }

  public Question question() {
    var text =
        "Should the team move its nightly billing run from a scheduled job on one server to a queue"
            + " with several workers? It fails about twice a month, two people know it, and the"
            + " yearly audit is nine weeks away. (%s)".formatted(key());
    return new Question(text, OPTIONS, null);
  }

  public String key() {
    return "topic-" + number + "-" + votes.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The key that stands in a prompt, empty if none does. */
  static String in(String prompt) {
    var found = KEY.matcher(prompt);
    return found.find() ? found.group() : "";
  }

  /** The topic of a key. */
  static Topic of(String key) {
    var parts = key.split("-", -1);
    return new Topic(
        Integer.parseInt(parts[1]), Votes.valueOf(parts[2].toUpperCase(java.util.Locale.ROOT)));
  }
}
