package dev.roundtable;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.roundtable.slack.SlackStandIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is shown: every name in the dashboard and in the alerts is one we expose. */
@Timeout(120)
class ObservedTest {
  private static final Pattern METRIC =
      Pattern.compile("\\b((?:roundtable|gen_ai_client|jvm|process|system)_\\w+|up)\\b");
  private static final Pattern LABELS =
      Pattern.compile(
          "\\b(?:by|on) \\(([^)]*)\\)|(\\w+)(?:=|!=)\"|\\{\\{ ?(?:\\$labels\\.)?(\\w+) ?}}");
  private static final Pattern SAMPLE =
      Pattern.compile("^(\\w+)(?:\\{(.*)})? \\S+$", Pattern.MULTILINE);
  // What the scraper adds.
  private static final Set<String> SCRAPER = Set.of("instance", "job");

  @TempDir private Path folder;

  private final HttpClient browser = HttpClient.newHttpClient();
  private int port;
  private int managementPort;

  private void write(SlackStandIn slack, MockWebServer models, String panels) throws IOException {
    var text =
        """
        providers:
          house: { codec: chat-completions, baseUrl: "%s", allowPrivate: true }
        seats:
          ada: { name: Ada, provider: house, model: small }
          ben: { name: Ben, provider: house, model: small }
          cleo: { name: Cleo, provider: house, model: small }
          dan: { name: Dan, provider: house, model: gone }
        %s
        chat: { panel: four }
        slack: { botTokenEnv: SLACK_BOT_TOKEN, appTokenEnv: SLACK_APP_TOKEN, apiUrl: "%s" }
        web: { port: %d, managementPort: %d }
        store: { url: "jdbc:sqlite:%s" }
        """
            .formatted(
                models.url("/v1"),
                panels,
                slack.api(),
                port,
                managementPort,
                folder.resolve("roundtable.db"));
    Files.writeString(folder.resolve("roundtable.yaml"), text);
  }

  // Three seats agree, the fourth's model is not there, and the chair's neither.
  private static MockWebServer models() throws IOException {
    var server = new MockWebServer();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            var body = request.getBody() == null ? "" : request.getBody().utf8();
            var answer = new MockResponse.Builder().addHeader("Content-Type", "application/json");
            return body.contains("\"gone\"")
                ? answer.code(404).body("{\"error\": {\"message\": \"no such model\"}}").build()
                : answer.body(VOTE).build();
          }
        });
    server.start();
    return server;
  }

  private static final String VOTE =
      """
      {"id": "c1", "model": "small",
       "choices": [{"finish_reason": "stop", "message": {"role": "assistant", "content":
         "{\\"reasoning\\": \\"It pays.\\", \\"vote\\": \\"yes\\", \\"confidence\\": 0.8, \\"changed\\": false, \\"because\\": null}"}}],
       "usage": {"prompt_tokens": 100, "completion_tokens": 20}}
      """;

  private String get(String path) throws Exception {
    var uri = URI.create("http://127.0.0.1:" + managementPort + path);
    var request = HttpRequest.newBuilder(uri).build();
    return browser.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Test
  void everyMetricAndLabelOfTheDashboardAndTheAlertsIsExposedAfterADebate() throws Exception {
    port = FreePort.draw();
    managementPort = FreePort.draw();
    var panel = "panels: { four: { seats: [ada, ben, cleo, dan], chair: dan } }";
    String scraped;
    try (var slack = new SlackStandIn();
        var models = models()) {
      write(slack, models, panel);
      try (var bot = ServeProcess.start(folder, slack.tokens())) {
        bot.linesUntil("Ready after");
        slack.limitTheNextPost();
        slack.command("Shall we? | Yes | No");
        slack.await(" · answers took ");
        scraped = get("/metrics");
        bot.tellToEnd();
        bot.linesUntil("Stopped.");
      }
    }

    var labels = new TreeSet<String>(SCRAPER);
    var names = new TreeSet<String>(Set.of("up"));
    SAMPLE
        .matcher(scraped)
        .results()
        .forEach(sample -> {
          names.add(sample.group(1));
          if (sample.group(2) != null) {
            Pattern.compile("(\\w+)=\"")
                .matcher(sample.group(2))
                .results()
                .forEach(label -> labels.add(label.group(1)));
          }
        });
    var shown = shown();
    assertThat(metrics(shown)).hasSizeGreaterThan(15);
    assertThat(names).containsAll(metrics(shown));
    assertThat(labels).containsAll(labels(shown));
    assertThat(scraped)
        .containsPattern("roundtable_delivery_limited_total\\{platform=\"slack\"} [1-9]")
        .containsPattern(
            "gen_ai_client_operation_duration_seconds_count\\{error_type=\"unknown_model\","
                + "gen_ai_operation_name=\"chat\",gen_ai_provider_name=\"house\","
                + "gen_ai_request_model=\"gone\"} ")
        .containsPattern(
            "gen_ai_client_token_usage_sum\\{.*gen_ai_token_type=\"input\"} [1-9]\\d*00.0")
        .containsPattern(
            "roundtable_seat_abstentions_total\\{cause=\"provider_error\",seat=\"dan\"} 1.0")
        .contains("roundtable_part_up{part=\"slack\"} 1")
        .doesNotContain("Shall we")
        .doesNotContain("It pays");
    assertThat(unexplained(scraped)).isEmpty();
  }

  // Those of which whoever picks a metric is told nothing.
  private static Set<String> unexplained(String scraped) {
    var kinds = Pattern.compile("^# TYPE (\\S+) ", Pattern.MULTILINE).matcher(scraped).results();
    var told = Pattern.compile("^# HELP (\\S+) \\S+ \\S+ ", Pattern.MULTILINE).matcher(scraped);
    var explained = told.results().map(found -> found.group(1)).collect(Collectors.toSet());
    return kinds
        .map(found -> found.group(1))
        .filter(name -> !explained.contains(name))
        .collect(Collectors.toSet());
  }

  private static List<String> shown() throws IOException {
    var dashboard = new ObjectMapper().readTree(Path.of("deploy/grafana/roundtable.json").toFile());
    var alerts = new YAMLMapper().readTree(Path.of("deploy/prometheus/alerts.yaml").toFile());
    return Stream.of(
            dashboard.findValuesAsText("expr"),
            dashboard.findValuesAsText("legendFormat"),
            alerts.findValuesAsText("expr"),
            alerts.findValuesAsText("summary"))
        .flatMap(List::stream)
        .toList();
  }

  private static Set<String> metrics(List<String> shown) {
    return shown.stream()
        .flatMap(text -> METRIC.matcher(text).results())
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  private static Set<String> labels(List<String> shown) {
    return shown.stream()
        .flatMap(text -> LABELS.matcher(text).results())
        .flatMap(found -> Stream.of(1, 2, 3).map(found::group))
        .filter(found -> found != null)
        .flatMap(found -> Stream.of(found.split(", ?")))
        .collect(Collectors.toSet());
  }
}
