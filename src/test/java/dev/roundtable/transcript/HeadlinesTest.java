package dev.roundtable.transcript;

import static dev.roundtable.debate.Given.panel;
import static dev.roundtable.debate.Given.question;
import static dev.roundtable.debate.Given.reply;
import static dev.roundtable.debate.Given.rounds;
import static dev.roundtable.debate.Given.weighted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Panel;
import dev.roundtable.debate.Proceedings;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HeadlinesTest {
  private static final Phrases ENGLISH = new Phrases(Words.in(Locale.ENGLISH));
  private static final Phrases GERMAN = new Phrases(Words.in(Locale.GERMAN));

  private static Proceedings held(Panel panel, String... votes) {
    return Proceedings.open(question("Yes", "No"), panel, rounds(1)).votes(votes).run();
  }

  private static String last(Debate debate, Phrases phrases) {
    return Headlines.of(debate, debate.rulings().getLast(), phrases);
  }

  private static String result(Debate debate) {
    return ENGLISH.shortResult(debate.rulings().getLast().verdict(), debate.paper());
  }

  private static String summary(Debate debate) {
    return SummaryText.of(debate, debate.rulings().getLast(), ENGLISH);
  }

  @Test
  void aWinnerOfFewerVotesIsToldByItsWeight() {
    var debate = held(weighted(3, 1, 1), "yes no no").debate();

    assertThat(last(debate, ENGLISH)).isEqualTo("Yes: 1 of 3 seats, weight 3 of 5 (majority)");
    assertThat(result(debate)).isEqualTo("Yes 3–2 by weight");
    assertThat(summary(debate))
        .isEqualTo("Yes has the most weight (Yes 1 (weight 3), No 2 (weight 2)).");
  }

  @Test
  void aTieOfUnequalVotesIsToldByItsWeight() {
    var debate = held(weighted(2, 1, 1), "yes no no").debate();

    assertThat(last(debate, ENGLISH)).isEqualTo("Tied 2–2 by weight: Yes and No");
    assertThat(last(debate, GERMAN)).isEqualTo("Unentschieden 2–2 nach Gewicht: Yes und No");
  }

  @Test
  void weightsThatAddUpToTheNumberOfVotesAreToldAllTheSame() {
    var debate = held(weighted(1.5, 0.5, 0.5, 1.5), "yes yes no yes").debate();

    assertThat(last(debate, ENGLISH)).contains("weight 3.5 of 4");
  }

  @Test
  void seatsThatAllCountTwoAreToldByTheirVotes() {
    var debate = held(weighted(2, 2, 2), "yes no no").debate();

    assertThat(last(debate, ENGLISH)).isEqualTo("No: 2 of 3 seats (majority)");
    assertThat(result(debate)).isEqualTo("No 2–1");
  }

  @Test
  void aFollowUpThatNoSeatAnswersIsNotToldAsAnotherVerdictOfThePanel() {
    var held = held(panel(3), "yes no no", "- - -");
    var debate = held.happens(reply("m1", "What about Friday?")).run().debate();

    assertThat(last(debate, ENGLISH))
        .isEqualTo("Verdict 2: no seat answered Anna’s point, so it stays No 2–1");
    assertThat(last(debate, GERMAN))
        .isEqualTo(
            "Urteil 2: kein Sitz hat auf den Einwand von Anna geantwortet, es bleibt dabei: No 2–1");
  }

  @Test
  void aFollowUpThatOneSeatAnswersIsToldWithWhatItWasBefore() {
    var held = held(panel(3), "yes no no", "no - -");
    var debate = held.happens(reply("m1", "What about Friday?")).run().debate();

    assertThat(last(debate, ENGLISH)).isEqualTo("Verdict 2, after Anna’s point: No 3 (was No 2–1)");
  }
}
