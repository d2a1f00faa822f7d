package dev.roundtable.debate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BallotPaperTest {
  private static List<String> ids(String... labels) {
    return BallotPaper.of(List.of(labels)).ids().stream().map(OptionId::value).toList();
  }

  @Test
  void idsAreTheLabelsInLowerCaseWithHyphens() {
    assertThat(ids("Only with approval!", "Ja, aber später"))
        .containsExactly("only-with-approval", "ja-aber-später");
  }

  @Test
  void everyScriptKeepsItsLetters() {
    assertThat(ids("はい", "Нет", "ไม่ใช่", "हाँ", "是"))
        .containsExactly("はい", "нет", "ไม่ใช่", "हाँ", "是");
  }

  @Test
  void labelsWithoutLettersAreNumbered() {
    assertThat(ids("👍", "👎", "Maybe")).containsExactly("option-1", "option-2", "maybe");
  }

  @Test
  void labelsThatGiveTheSameIdAreNumbered() {
    assertThat(ids("C", "C++", "Java", "C#"))
        .containsExactly("option-1", "option-2", "java", "option-4");
    assertThat(ids("Option 2", "👎")).doesNotHaveDuplicates();
    assertThat(ids("👍", "👎", "Option 1", "Option 1 x", "option 1!")).doesNotHaveDuplicates();
  }

  @Test
  void longLabelsGiveShortIds() {
    var word = "Donaudampfschifffahrtsgesellschaftskapitänsmütze";
    assertThat(
            ids(
                "word ".repeat(16),
                word,
                word + "n",
                "𝄞".repeat(10) + "𝒜".repeat(60),
                "𝒜".repeat(61)))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.length() <= 40);
  }

  @Test
  void lettersFollowThePrintedOrder() {
    var labels = IntStream.range(0, 10).mapToObj(i -> "label " + i).toList();

    assertThat(BallotPaper.of(labels).options())
        .extracting(Option::letter)
        .containsExactly('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J');
  }
}
