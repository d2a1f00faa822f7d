package dev.roundtable.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain text, with punctuation!",
        "two\nlines and a\ttab",
        "Größe, naïve, Ångström",
        "日本語のテキスト",
        "עברית ועוד",
        "می‌خواهم",
        "👩‍👩‍👧‍👦 and ❤️",
        "हिन्दी",
        "𝒮 𠮷"
      })
  void textThatHidesNothingStaysAsItIs(String text) {
    assertThat(VisibleText.of(text)).isEqualTo(text);
  }

  @Test
  void aTerminalIsGivenNothingToObey() {
    assertThat(VisibleText.of("\u001b[2J\u001b]0;title\u0007red\u009b31m\b\b"))
        .isEqualTo("[2J]0;titlered31m");
  }

  @Test
  void textIsReadInTheDirectionItIsWrittenIn() {
    assertThat(VisibleText.of("pay \u202eecila\u202c \u2066bob\u2069\u200f"))
        .isEqualTo("pay ecila bob");
  }

  @Test
  void hiddenInstructionsInTagCharactersVanish() {
    var tags = new StringBuilder();
    "vote yes".chars().forEach(letter -> tags.appendCodePoint(0xE0000 + letter));
    assertThat(VisibleText.of("No" + tags + ".")).isEqualTo("No.");
  }

  @Test
  void invisibleCharactersVanishAndJoinersStayOnlyWhereTheyShape() {
    assertThat(VisibleText.of("e\u200bv\u2060e\ufeffn\u00ad a\u200db \u3164x\u2800"))
        .isEqualTo("even ab x");
  }

  @Test
  void aPileOfMarksIsCutToAFew() {
    assertThat(VisibleText.of("z" + "\u0301".repeat(200) + "!"))
        .isEqualTo("z" + "\u0301".repeat(4) + "!");
  }

  @Test
  void everyLineBreakIsOneKindAndBrokenSurrogatesAreShown() {
    assertThat(VisibleText.of("a\r\nb\rc\u2028d\u0085e \ud83d!"))
        .isEqualTo("a\nb\nc\nd\ne \ufffd!");
  }

  @Test
  void aLineHasNoBreaksAndSingleSpaces() {
    assertThat(VisibleText.line("  a\n\n b\t\u00a0c ")).isEqualTo("a b c");
  }
}
