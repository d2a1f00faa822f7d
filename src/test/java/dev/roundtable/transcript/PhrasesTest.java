package dev.roundtable.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Cause;
import dev.roundtable.debate.StopOrder;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhrasesTest {
  private static final Phrases GERMAN = new Phrases(Words.in(Locale.GERMAN));
  private static final Phrases ENGLISH = new Phrases(Words.in(Locale.ENGLISH));

  static Stream<Cause> ours() {
    return Stream.of(
        new Cause.TimedOut(Duration.ofSeconds(60)),
        new Cause.Refused(""),
        new Cause.Unreadable("half a vote"),
        new Cause.CutOff(),
        new Cause.Vacant(),
        new Cause.Unscripted(),
        new Cause.Broken("IllegalStateException"),
        new Cause.Halted(new StopOrder.DeadlinePassed(Duration.ofMinutes(3))));
  }

  @ParameterizedTest
  @MethodSource("ours")
  void whyASeatHasNoVoteIsSaidInTheReadersLanguage(Cause cause) {
    assertThat(GERMAN.cause(cause)).isNotEqualTo(ENGLISH.cause(cause));
  }

  @Test
  void aReasonThatWasRecordedInWordsIsStillRead() {
    assertThat(GERMAN.cause(new Cause.NotAllowed("the seat is gone")))
        .isEqualTo("nicht erlaubt (the seat is gone)");
  }
}
