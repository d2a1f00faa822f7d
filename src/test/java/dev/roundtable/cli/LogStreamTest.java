package dev.roundtable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.roundtable.Corpus;
import dev.roundtable.safety.SecretShapes;
import dev.roundtable.safety.VisibleText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@ResourceLock(Resources.SYSTEM_ERR)
class LogStreamTest {
  private static final Logger LOG = LoggerFactory.getLogger(LogStreamTest.class);

  // The tests' own log is off.
  @BeforeAll
  static void speak() {
    ((ch.qos.logback.classic.Logger) LOG).setLevel(Level.INFO);
  }

  // What a log that goes to standard error holds of that.
  private static String logged(Consumer<Logger> said) {
    var bytes = new ByteArrayOutputStream();
    var before = System.err;
    System.setErr(new LogStream(bytes));
    try {
      said.accept(LOG);
    } finally {
      System.setErr(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void noCredentialReachesTheLogInAMessageOrAnException() {
    var leaked = new ArrayList<String>();
    for (var secret : SecretShapes.all()) {
      var cause = new IllegalStateException("the answer was " + secret);
      var log =
          logged(to -> to.error("failed with {}", secret, new RuntimeException(secret, cause)));
      assertThat(log).contains("failed with", "LogStreamTest");
      if (log.contains(secret)) {
        leaked.add(secret);
      }
    }
    assertThat(leaked).isEmpty();
    System.out.printf("log: %d secret shapes, 0 leaks%n", SecretShapes.all().size());
  }

  @Test
  void nothingThatIsLoggedSteersATerminalOrForgesALine() {
    for (var hostile : Corpus.hostile()) {
      var log = logged(to -> to.warn("somebody wrote {}", hostile));
      assertThat(VisibleText.of(log)).isEqualTo(log);
      assertThat(log.lines().skip(1)).allMatch(line -> line.isEmpty() || line.startsWith("    "));
    }
  }

  @Test
  void whatIsPrintedPieceByPieceIsNoExceptionToThat() {
    var secret = SecretShapes.all().getFirst();
    var bytes = new ByteArrayOutputStream();
    try (var stream = new LogStream(bytes)) {
      stream.print((Object) secret);
      stream.print(secret.toCharArray());
      stream.append(secret).printf("%s %d", secret, 7);
      stream.println(secret.toCharArray());
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8)).contains(" 7").doesNotContain(secret);
  }
}
