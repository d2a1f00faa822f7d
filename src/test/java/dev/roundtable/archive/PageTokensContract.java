package dev.roundtable.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.DebateId;
import dev.roundtable.session.SettableTimer;
import dev.roundtable.web.PageTokens;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What all tokens of pages do. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
abstract class PageTokensContract {
  private static final DebateId ID = new DebateId("debate-1");
  private static final DebateId OTHER = new DebateId("debate-2");
  private static final Duration MONTH = Duration.ofDays(30);

  private final SettableTimer timer = new SettableTimer();

  /** Without any token; each holds for so long. */
  abstract PageTokens tokens(InstantSource clock, Duration holdsFor);

  private PageTokens tokens() {
    return tokens(timer::now, MONTH);
  }

  @Test
  void aDebateKeepsItsTokenWhichLeadsToItAlone() {
    var tokens = tokens();
    var token = tokens.of(ID);
    assertThat(token).matches("[0-9a-f]{32}").isEqualTo(tokens.of(ID));
    assertThat(tokens.of(OTHER)).isNotEqualTo(token);
    assertThat(tokens.debate(token)).contains(ID);
    assertThat(tokens.debate(ID.value())).isEmpty();
    assertThat(tokens.debate("")).isEmpty();
    assertThat(tokens.debate("' or '1' = '1")).isEmpty();
  }

  @Test
  void aTokenHoldsForItsTimeAndTheNextIsAnother() {
    var tokens = tokens();
    var token = tokens.of(ID);
    timer.advance(MONTH.minusMillis(1));
    assertThat(tokens.debate(token)).contains(ID);
    timer.advance(Duration.ofMillis(1));
    assertThat(tokens.debate(token)).isEmpty();
    assertThat(tokens.of(ID)).isNotEqualTo(token);
    assertThat(tokens.debate(tokens.of(ID))).contains(ID);
    assertThat(tokens.debate(token)).isEmpty();
  }

  @Test
  void aRevokedTokenNeverHoldsAgain() {
    var tokens = tokens();
    var token = tokens.of(ID);
    var other = tokens.of(OTHER);
    tokens.revoke(ID);
    assertThat(tokens.debate(token)).isEmpty();
    assertThat(tokens.of(ID)).isNotEqualTo(token);
    assertThat(tokens.debate(token)).isEmpty();
    assertThat(tokens.debate(other)).contains(OTHER);
  }

  @Test
  void manyWhoWantItAtOnceGetTheSame() throws Exception {
    var tokens = tokens();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          IntStream.range(0, 16).<Callable<String>>mapToObj(_ -> () -> tokens.of(ID)).toList();
      var got = threads.invokeAll(calls).stream().map(call -> call.resultNow()).distinct().toList();
      assertThat(got).hasSize(1);
    }
  }
}
