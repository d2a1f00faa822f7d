package dev.roundtable.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DirectionTest {
  private static final Set<UnicodeScript> BACKWARD =
      Set.of(
          UnicodeScript.HEBREW,
          UnicodeScript.ARABIC,
          UnicodeScript.SYRIAC,
          UnicodeScript.THAANA,
          UnicodeScript.NKO);

  @Test
  void everyLetterOfAScriptThatRunsFromTheRightIsKnownWhereverUnicodeHasIt() {
    var letters =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(Character::isLetter)
            .mapToObj(Character::toString)
            .toList();

    assertThat(letters)
        .allSatisfy(letter ->
            assertThat(Direction.isRightToLeft(letter))
                .isEqualTo(BACKWARD.contains(UnicodeScript.of(letter.codePointAt(0)))));
  }

  @Test
  void aNameFromTheRightIsSetApartAndAScoreStaysWholeInALineFromTheLeft() {
    assertThat(Direction.within("דנה said so").write()).isEqualTo("<bdi>דנה</bdi> said so");
    assertThat(Direction.within("Yes 4–2").write())
        .isEqualTo("Yes <span class=\"score\">4–2</span>");
    assertThat(Direction.within("Yes — it’s “so” 🙂").write()).isEqualTo("Yes — it’s “so” 🙂");
  }
}
