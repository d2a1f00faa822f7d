package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Folding;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MutatedBallotsTest {
  private static final int MUTATIONS = 10_000;
  private static final List<String> TEXTS =
      List.of(
          "{\"reasoning\": \"Few events.\", \"vote\": \"kafka\", \"confidence\": 0.8}",
          "```json\n{\"reasoning\": \"a \\frac{1}{2}\", \"vote\": \"Postgres queue\",}\n```",
          "<think>{\"vote\": \"kafka\"}</think>{'vote': 'später-entscheiden'} // so",
          "Well, {x}: {reasoning: \"I say \"no\"\", \"vote\": \"postgres-queue\", because: a3}",
          "{\"reasoning\": \"{'vote': 'kafka'}\", \"vote\": \"postgres-queue\"}");
  private static final List<String> SPLINTERS =
      List.of(
          "{",
          "}",
          "\"",
          "'",
          "\\",
          "\\u",
          "\n",
          ",",
          ":",
          "[",
          "]",
          "<think>",
          "</think>",
          "```",
          "//",
          "#",
          "/*",
          "\u0000",
          "\ud83d",
          "vote",
          "\"vote\":",
          "1e999",
          "null");

  private final Random random = new Random(4);

  @Test
  void neverThrowNorYieldAVoteThatIsNotInTheText() {
    int read = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      var text = mutated(TEXTS.get(i % TEXTS.size()));
      if (BallotReader.read(Briefs.vote(), text) instanceof Reading.Read(Ballot.Vote vote)) {
        read++;
        var letters = Folding.caseAndAccents(text.replaceAll("[^\\p{L}\\p{M}]+", ""));
        assertThat(letters)
            .as(text)
            .contains(Folding.caseAndAccents(vote.option().value().replace("-", "")));
      }
    }
    assertThat(read).isBetween(MUTATIONS / 10, MUTATIONS * 9 / 10);
  }

  private String mutated(String text) {
    var mutated = new StringBuilder(text);
    for (int i = random.nextInt(6); i >= 0; i--) {
      int at = random.nextInt(mutated.length() + 1);
      int end = Math.min(mutated.length(), at + random.nextInt(8));
      switch (random.nextInt(4)) {
        case 0 -> mutated.delete(at, end);
        case 1 -> mutated.insert(at, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
        case 2 -> mutated.insert(at, mutated.substring(at, end));
        default -> mutated.setLength(random.nextInt(5) == 0 ? at : mutated.length());
      }
    }
    return mutated.toString();
  }
}
