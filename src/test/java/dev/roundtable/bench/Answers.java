package dev.roundtable.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * What the models say: what the prompt asks for, at the length that it allows, in words that are
 * drawn anew for each call, so that no two arguments are the same.
 */
final class Answers {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What every vote's reasons begin with, and every summary; by these they are seen to be there.
   */
  static final String REASONS_BEGIN = "Because";

  static final String SUMMARY_BEGINS = "Altogether";

  private static final Pattern LENGTH = Pattern.compile("at most (\\d+) words");
  private static final Pattern LINE = Pattern.compile("(?m)^- ([^:\\s]+): (.+)$");
  private static final int POINT = 30;
  private static final int SENTENCE = 18;
  private static final String SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi";

  private Answers() {}

  /** The answer of that model in its n-th call of that debate. */
  static String of(ModelServer.Asked asked, int round) {
    var random = random(asked, round);
    return (asked.model().startsWith("chair") ? summary(asked, random) : vote(asked, round, random))
        .toString();
  }

  /** As long as an answer, and none. */
  static String garbage(ModelServer.Asked asked, int round) {
    return words(random(asked, round), length(asked));
  }

  // The longest that the prompt allows.
  private static int length(ModelServer.Asked asked) {
    var length = LENGTH.matcher(asked.prompt());
    if (!length.find()) {
      throw new IllegalStateException("no length in the prompt");
    }
    return Integer.parseInt(length.group(1));
  }

  private static Random random(ModelServer.Asked asked, int round) {
    return new Random(Objects.hash(asked.debate(), asked.model(), round));
  }

  private static ObjectNode vote(ModelServer.Asked asked, int round, Random random) {
    var labels = lines(asked.prompt());
    var chosen = Population.choice(Topic.of(asked.debate()), asked.model(), round);
    var id =
        labels.entrySet().stream()
            .filter(line -> line.getValue().equals(chosen))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no option " + chosen));
    var vote =
        JSON.createObjectNode()
            .put("reasoning", REASONS_BEGIN + " " + words(random, length(asked) - 1));
    vote.put("vote", id);
    return vote.put("confidence", 0.7).put("changed", false).putNull("because");
  }

  // The options, and after them the count of those that got votes, in lines of the same form.
  private static ObjectNode summary(ModelServer.Asked asked, Random random) {
    var counts = new LinkedHashMap<String, Integer>();
    lines(asked.prompt())
        .forEach((id, value) -> {
          if (value.matches("\\d+")) {
            counts.put(id, Integer.parseInt(value));
          }
        });
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    var summary = JSON.createObjectNode();
    var winners = summary.putArray("winners");
    var votes = summary.putArray("votes");
    summary.put("summary", SUMMARY_BEGINS + " " + words(random, length(asked) - 1));
    var strongest = summary.putArray("strongest");
    var counterpoints = summary.putArray("counterpoints");
    counts.forEach((id, count) -> {
      votes.addObject().put("option", id).put("count", count);
      if (count > 0) {
        strongest.addObject().put("option", id).put("text", words(random, POINT));
      }
      if (count == most) {
        winners.add(id);
      } else {
        counterpoints.addObject().put("option", id).put("text", words(random, SENTENCE));
      }
    });
    return summary.put("would_change", words(random, SENTENCE));
  }

  // A later line of the same id is the count.
  private static Map<String, String> lines(String prompt) {
    var lines = new LinkedHashMap<String, String>();
    var found = LINE.matcher(prompt);
    while (found.find()) {
      lines.put(found.group(1), found.group(2).strip());
    }
    return lines;
  }

  // English words have five letters in the middle, and a space.
  private static String words(Random random, int count) {
    var syllables = SYLLABLES.split(" ", -1);
    var text = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      int length = 1 + random.nextInt(3);
      for (int s = 0; s < length; s++) {
        text.append(syllables[random.nextInt(syllables.length)]);
      }
      text.append(random.nextBoolean() ? "n" : "");
      text.append(i == count || i % SENTENCE == 0 ? ". " : " ");
    }
    return text.toString().strip();
  }
}
