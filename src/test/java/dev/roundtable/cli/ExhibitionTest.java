package dev.roundtable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.RandomDebate;
import dev.roundtable.debate.Ruling;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExhibitionTest {
  private static final URI PAGE = URI.create("https://roundtable.example/p/1");

  @Test
  void whatGoesWithAVerdictStaysWhatItWas() {
    int later = 0;
    for (int seed = 0; seed < 40; seed++) {
      var events = new RandomDebate(seed).play().events();
      var last = Debate.of(events);
      var atLast = new Exhibition(_ -> Optional.of(last), _ -> Optional.of(PAGE));
      for (int end = 1; end < events.size(); end++) {
        var then = Debate.of(events.subList(0, end));
        var ruling = then.lastRuling().filter(found -> found.summary() != null);
        if (ruling.isPresent() && then.rulings().size() < last.rulings().size()) {
          int number = ruling.map(Ruling::number).orElseThrow();
          var atTheTime = new Exhibition(_ -> Optional.of(then), _ -> Optional.of(PAGE));
          assertThat(atLast.of(last, number)).isEqualTo(atTheTime.of(then, number));
          if (later++ % 50 == 0) {
            assertThat(atLast.picture(last.id(), number))
                .hasValueSatisfying(
                    png -> assertThat(atTheTime.picture(then.id(), number)).hasValue(png));
          }
        }
      }
    }
    assertThat(later).isPositive();
  }

  @Test
  void ofADebateThatIsGoneThereIsNoPicture() {
    var exhibits = new Exhibition(_ -> Optional.empty(), _ -> Optional.empty());

    assertThat(exhibits.picture(new DebateId("debate-1"), 1)).isEmpty();
  }
}
