package dev.roundtable.debate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Short.                         | 20 | Short.",
        "One two three.                 | 14 | One two three.",
        "One two three. Four five six.  | 20 | One two three.",
        "One. Two three four five six.  | 20 | One. Two three …",
        "One two three four five six    | 12 | One two …",
        "Donaudampfschifffahrt          | 10 | Donaudam …"
      })
  void textIsCutAtASentenceElseAtAWordElseAnywhere(String text, int max, String cut) {
    assertThat(Excerpt.of(text, max)).isEqualTo(cut);
  }

  @Test
  void wordsAreCountedToo() {
    assertThat(Excerpt.of("One two three. Four five.", 4, 1000)).isEqualTo("One two three.");
    assertThat(Excerpt.of("One two three. Four five.", 5, 1000))
        .isEqualTo("One two three. Four five.");
    assertThat(Excerpt.of("one, two, three, four", 2, 1000)).isEqualTo("one, two, …");
  }

  @Test
  void noCutSplitsACharacterOrExceedsTheLimit() {
    long seed = 20261123;
    var random = new Random(seed);
    var parts =
        new String[] {"a", " ", ". ", "𝄞", "👩‍👩‍👧", "e\u0301", "快", "。", "word", "🇩🇪", "\n"};
    for (int i = 0; i < 5_000; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      int max = random.nextInt(40);
      var cut = Excerpt.of(text.toString(), 1 + random.nextInt(10), max);

      var about = "seed %d, case %d: [%s] at %d".formatted(seed, i, text, max);
      assertThat(cut.length()).as(about).isLessThanOrEqualTo(max);
      assertThat(isWellFormed(cut)).as(about).isTrue();
    }
  }

  private static boolean isWellFormed(String text) {
    return text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
  }
}
