package dev.roundtable.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Given;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.Summary;
import dev.roundtable.panelist.DemoPanel;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DemoDebateTest {
  private static final int SEEDS = 30;

  private static Debate play(Question question, int seed) throws Exception {
    var timer = new StillTimer();
    var table = DemoPanel.table("demo", timer, Duration.ZERO);
    var request = Play.asks(table, question, Rules.DEFAULT, Given.ANNA);
    return Play.of("seed-" + seed, table, timer, request, List.of());
  }

  @Test
  void aCounterpointDoesNotSayTheStrongestArgumentAgain() throws Exception {
    var question = new Question("Should we ship?", List.of("Yes", "No", "Only later"), null);
    for (int seed = 1; seed <= SEEDS; seed++) {
      for (var ruling : play(question, seed).rulings()) {
        var written = ruling.summary();
        assertThat(written).isNotNull();
        distinct(written.summary());
      }
    }
  }

  @Test
  void seatsDoNotSoundAlikeOnAnOpenQuestion() throws Exception {
    var saidBy = new HashMap<String, SeatId>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      for (var position :
          play(Given.asking("How do we begin?"), seed).rounds().getFirst().positions()) {
        var first = saidBy.putIfAbsent(position.reasons(), position.seat());
        assertThat(first).as(position.reasons()).isIn(null, position.seat());
      }
    }
    assertThat(saidBy).hasSize(12);
  }

  private static void distinct(Summary summary) {
    summary
        .counterpoints()
        .forEach((option, text) -> assertThat(text).isNotEqualTo(summary.strongest().get(option)));
  }
}
