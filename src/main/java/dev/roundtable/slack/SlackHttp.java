package dev.roundtable.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import dev.roundtable.chat.Repeats;
import dev.roundtable.safety.Secret;
import dev.roundtable.session.StoreException;
import dev.roundtable.session.Timer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP: Slack calls the bot, any of its replicas. What is not signed by Slack, or comes a second
 * time, is refused; everything else is acknowledged at once and dealt with as over a socket.
 */
public final class SlackHttp implements SlackLink {
  /** Where Slack is told to send everything. */
  public static final String PATH = "/slack/events";

  private static final Logger LOG = LoggerFactory.getLogger(SlackHttp.class);
  private static final Duration LOOK = Duration.ofMinutes(2);
  private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);
  private static final int THREADS_OF_BOLT = 1;

  /** What came in. The names of headers are of any case. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Sent(byte[] body, Map<String, List<String>> headers) {}

  /** What Slack is answered. */
  public record Answer(int status, String type, String body) {
    private static Answer plain(int status, String sentence) {
      return new Answer(status, "text/plain; charset=utf-8", sentence);
    }
  }

  private final Secret signingSecret;
  private final App app;
  private final SlackRequestParser parser;
  private final Repeats repeats;
  private final Timer timer;
  private Instant warned = Instant.EPOCH;
  private volatile boolean open;

  SlackHttp(Secret signingSecret, SlackListeners listeners, SlackPorts ports) {
    this.signingSecret = signingSecret;
    this.app = listeners.app(THREADS_OF_BOLT);
    this.parser = new SlackRequestParser(app.config());
    this.repeats = ports.repeats();
    this.timer = ports.timer();
  }

  @Override
  public Optional<String> missing() {
    return signingSecret.read().isPresent()
        ? Optional.empty()
        : Optional.of("There is no Slack signing secret in " + signingSecret.origin() + ".");
  }

  // There is no connection to lose; whether Slack still takes the token, is asked again by those
  // who use it.
  @Override
  public boolean hold(Consumer<@Nullable String> trouble) throws InterruptedException {
    open = true;
    trouble.accept(null);
    try {
      while (true) {
        timer.pause(LOOK);
        trouble.accept(missing().orElse(null));
      }
    } finally {
      open = false;
    }
  }

  /** Takes one request, and answers within a moment. */
  public Answer take(Sent sent) {
    var headers = lowerCase(sent.headers());
    var signature =
        new SlackSignature(
            first(headers, "x-slack-request-timestamp"), first(headers, "x-slack-signature"));
    var secret = signingSecret.read();
    if (secret.isEmpty() || !open) {
      // Slack tries again a few times, or another replica.
      return Answer.plain(503, "Roundtable is not ready.");
    }
    var problem = signature.problem(sent.body(), secret.get(), timer.now());
    if (problem.isPresent()) {
      warn(problem.get());
      return Answer.plain(401, "This is not signed by Slack.");
    }
    try {
      // As long as it would hold: it may have been signed by a clock that is ahead.
      if (repeats.isRepeat("slack:" + signature.signature(), SlackSignature.SKEW.multipliedBy(2))) {
        warn("A request came a second time.");
        return Answer.plain(401, "This was taken before.");
      }
    } catch (StoreException e) {
      LOG.warn("a request of Slack is left for later: {}", e.sentence());
      return Answer.plain(503, "Roundtable is not ready.");
    }
    return dealtWith(new String(sent.body(), StandardCharsets.UTF_8), headers);
  }

  // Bolt throws whatever it likes at what it cannot read.
  private Answer dealtWith(String body, Map<String, List<String>> headers) {
    try {
      var request =
          parser.parse(
              SlackRequestParser.HttpRequest.builder()
                  .requestUri(PATH)
                  .requestBody(body)
                  .headers(new RequestHeaders(headers))
                  .build());
      return request == null
          ? Answer.plain(400, "This is none of Slack’s requests.")
          : run(request);
    } catch (Exception e) {
      LOG.error("a signed request of Slack could not be read", e);
      return Answer.plain(400, "This cannot be read.");
    }
  }

  private Answer run(Request<?> request) throws Exception {
    Response response = app.run(request);
    var type = Optional.ofNullable(response.getContentType()).orElse("text/plain");
    var body = Optional.ofNullable(response.getBody()).orElse("");
    return new Answer(response.getStatusCode(), type, body);
  }

  // Anybody can send anything, and the log is not theirs to fill.
  private synchronized void warn(String sentence) {
    var now = timer.now();
    if (warned.plus(BETWEEN_WARNINGS).isBefore(now)) {
      warned = now;
      LOG.warn("{} It was refused; others like it are not logged for a minute.", sentence);
    }
  }

  private static Map<String, List<String>> lowerCase(Map<String, List<String>> headers) {
    return headers.entrySet().stream()
        .collect(
            Collectors.toMap(
                header -> header.getKey().toLowerCase(Locale.ROOT),
                Map.Entry::getValue,
                (first, _) -> first));
  }

  private static String first(Map<String, List<String>> headers, String name) {
    var values = headers.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }
}
