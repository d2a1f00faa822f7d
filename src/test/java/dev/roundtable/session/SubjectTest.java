package dev.roundtable.session;

import static dev.roundtable.session.Tables.chaired;
import static dev.roundtable.session.Tables.fails;
import static dev.roundtable.session.Tables.votes;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Whoever reads the log finds out which debate, round, seat and platform a line is about. */
class SubjectTest {
  private final Queue<Map<String, String>> about = new ConcurrentLinkedQueue<>();
  private final Logger log = (Logger) LoggerFactory.getLogger("dev.roundtable.session");
  private final AppenderBase<ILoggingEvent> reader =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          about.add(Map.copyOf(event.getMDCPropertyMap()));
        }
      };

  // The tests' own log is off.
  @BeforeEach
  void listen() {
    reader.start();
    log.addAppender(reader);
    log.setAdditive(false);
    log.setLevel(Level.WARN);
  }

  @AfterEach
  void leave() {
    log.setLevel(null);
    log.setAdditive(true);
    log.detachAppender(reader);
  }

  @Test
  void whatBreaksAtTheTableSaysWhoWasCalledInWhichRoundOfWhichDebateAndWhere() {
    var broken = new IllegalStateException("boom");
    Chair chair =
        _ -> {
          throw broken;
        };
    var hall = Hall.of(chaired(chair, votes("a"), votes("a"), fails(broken)));
    var debate = hall.open(1);
    hall.settled(debate);

    assertThat(about)
        .containsExactlyInAnyOrder(
            Map.of("debate", debate.value(), "platform", "terminal", "round", "1", "seat", "s3"),
            Map.of(
                "debate", debate.value(), "platform", "terminal", "round", "1", "seat", "chair"));
  }

  @Test
  void afterTheWorkTheThreadIsAboutWhatItWasAboutBefore() {
    MDC.put("platform", "slack");
    try (var _ = Subject.call(2, "s1").held()) {
      assertThat(MDC.getCopyOfContextMap())
          .isEqualTo(Map.of("platform", "slack", "round", "2", "seat", "s1"));
    }
    assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("platform", "slack"));
    MDC.clear();
  }
}
