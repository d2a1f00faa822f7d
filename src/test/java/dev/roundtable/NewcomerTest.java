package dev.roundtable;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.cli.AskCommand;
import dev.roundtable.cli.CheckCommand;
import dev.roundtable.cli.RoundtableCommand;
import dev.roundtable.cli.Surroundings;
import dev.roundtable.debate.Person;
import dev.roundtable.terminal.Console;
import dev.roundtable.terminal.Screen;
import dev.roundtable.transcript.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What somebody gets who has one key, or one local server, and the configuration that ships. */
@Timeout(60)
class NewcomerTest {
  private static final String KEY = "sk-or-v1-" + "0".repeat(32);
  private static final String QUESTION = "Should we rewrite it?";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final MockWebServer server = new MockWebServer();
  private final Queue<String> models = new ConcurrentLinkedQueue<>();
  private final Queue<String> keys = new ConcurrentLinkedQueue<>();

  record Run(int code, String out, String err) {}

  @BeforeEach
  void start() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void oneKeyIsEnoughForTheSixVendors() {
    var run = run(openRouter(), "ask", QUESTION);

    assertThat(run.code).as(run.err).isZero();
    assertThat(run.err)
        .contains("Panel openrouter, because it is the first that can reach its quorum")
        .contains("6 of 6 seats are usable");
    assertThat(run.out).contains("Yes: 6 of 6 seats (unanimous)").doesNotContain("scripted");
    assertThat(models).contains("openai/gpt-5.4", "perplexity/sonar-pro", "x-ai/grok-4.3");
    assertThat(keys).containsOnly("Bearer " + KEY);
    assertThat(run.out + run.err).doesNotContain(KEY);
  }

  @Test
  void aLocalServerIsEnoughWithoutAnyKey() {
    var run = run(ollama(), "ask", QUESTION);

    assertThat(run.code).as(run.err).isZero();
    assertThat(run.err)
        .contains("Panel local, because it is the first that can reach its quorum")
        .contains("Passed over: openrouter (set OPENROUTER_API_KEY)");
    assertThat(run.out).contains("Yes: 3 of 3 seats (unanimous)").doesNotContain("scripted");
    assertThat(models).contains("llama3.1:8b", "qwen3:8b", "gemma3:12b");
  }

  @Test
  void checkShowsWhatEachSeatCanDo() {
    var run = run(openRouter(), "check", "openrouter");

    assertThat(run.code).as(run.out + run.err).isZero();
    assertThat(run.out)
        .contains("Panel openrouter: 6 of 6 seats work; it can reach its quorum.")
        .containsPattern("gpt +openai/gpt-5\\.4 +yes +yes +yes +schema");
  }

  @Test
  void checkFailsForAPanelThatCannotReachItsQuorum() {
    var run = run(openRouter(), "check", "openrouter", "direct");

    assertThat(run.code).isEqualTo(1);
    assertThat(run.out)
        .contains("Panel direct: 0 of 6 seats work; it cannot reach its quorum.")
        .contains("gpt-direct: ");
  }

  private Map<String, String> openRouter() {
    var environment = new HashMap<>(silent());
    environment.put("OPENROUTER_API_KEY", KEY);
    environment.put("ROUNDTABLE__PROVIDERS__OPENROUTER__BASE_URL", url());
    return environment;
  }

  private Map<String, String> ollama() {
    var environment = new HashMap<>(silent());
    environment.put("ROUNDTABLE__PROVIDERS__OLLAMA__BASE_URL", url());
    return environment;
  }

  // Port 9 discards: no server of this machine is mistaken for one of the test's.
  private static Map<String, String> silent() {
    return Map.of(
        "ROUNDTABLE_CONFIG", "bot-config",
        "ROUNDTABLE__PROVIDERS__OLLAMA__BASE_URL", "http://127.0.0.1:9/v1");
  }

  private String url() {
    return server.url("/v1").toString();
  }

  private MockResponse answer(RecordedRequest request) {
    var body = request.getBody() == null ? "" : request.getBody().utf8();
    try {
      var asked = JSON.readTree(body);
      models.add(asked.path("model").asText());
      var key = request.getHeaders().get("Authorization");
      keys.add(key == null ? "" : key);
      return new MockResponse.Builder()
          .addHeader("Content-Type", "application/json")
          .body(completion(asked))
          .build();
    } catch (IOException e) {
      return new MockResponse.Builder().code(400).body(String.valueOf(e.getMessage())).build();
    }
  }

  private static String completion(JsonNode asked) throws IOException {
    var answer = JSON.createObjectNode();
    answer.put("reasoning", "It pays for itself.");
    answer.put("vote", "yes");
    answer.put("confidence", 0.8);
    answer.put("changed", false);
    answer.putNull("because");
    answer.put("form", "yes-no");
    ObjectNode reply = JSON.createObjectNode();
    reply.put("id", "c1");
    reply.put("model", asked.path("model").asText());
    var choice = reply.putArray("choices").addObject();
    choice.put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", answer.toString());
    reply.putObject("usage").put("prompt_tokens", 100).put("completion_tokens", 20);
    return JSON.writeValueAsString(reply);
  }

  private static Run run(Map<String, String> environment, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var output = new PrintStream(out, true, StandardCharsets.UTF_8);
    var errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    var console = new Console(Screen.of(output, errors, false, Map.of()), false);
    var words = Words.in(Locale.ENGLISH);
    var around =
        new Surroundings(environment, new SystemTimer(), console, new Person("u1", "Anna"), words);
    var line = RoundtableCommand.commandLine(new AskCommand(around), new CheckCommand(around));
    line.setOut(new PrintWriter(output, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(errors, true, StandardCharsets.UTF_8));
    int code = line.execute(arguments);
    var told = err.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    return new Run(code, out.toString(StandardCharsets.UTF_8), told);
  }
}
