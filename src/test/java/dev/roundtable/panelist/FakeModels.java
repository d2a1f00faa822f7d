package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roundtable.PromptSockets;
import dev.roundtable.debate.Seat;
import dev.roundtable.safety.Secret;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/**
 * A server that speaks all four wire formats, and refuses what a strict vendor would: a wrong path,
 * a missing key, a key in the address, a field it does not know.
 */
final class FakeModels implements AutoCloseable {
  static final String KEY = "sk-test-0123456789";

  /** A request that was found in order. */
  record Seen(WireFormat format, String model, JsonNode body) {}

  private final boolean keyed;
  private final MockWebServer server = new MockWebServer();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private volatile Function<Seen, MockResponse> answers =
      _ -> new MockResponse.Builder().code(500).build();

  FakeModels() throws IOException {
    this(true);
  }

  /** One that asks for no key wants to see none. */
  FakeModels(boolean keyed) throws IOException {
    this.keyed = keyed;
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    server.setServerSocketFactory(new PromptSockets());
    server.start();
  }

  void answer(Function<Seen, MockResponse> with) {
    answers = with;
  }

  /** Answers in turn; the last answer is repeated. */
  void answerInTurn(List<MockResponse> responses) {
    var turns = new ArrayList<>(responses).iterator();
    var last = responses.getLast();
    answers = _ -> next(turns, last);
  }

  private synchronized MockResponse next(Iterator<MockResponse> turns, MockResponse last) {
    return turns.hasNext() ? turns.next() : last;
  }

  static MockResponse json(String body) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  List<Seen> seen() {
    return seen;
  }

  void forget() {
    seen.clear();
  }

  void assertNoComplaints() {
    assertThat(complaints).isEmpty();
  }

  ProviderSettings provider(WireFormat format) {
    return provider(format, URI.create(server.url("/" + format.name()).toString()));
  }

  static ProviderSettings provider(WireFormat format, URI base) {
    return new ProviderSettings(
        format.name(), format, base, Optional.of(new FixedSecret(KEY)), false, 8);
  }

  static ModelSettings model(WireFormat format) {
    return new ModelSettings(
        format.name(),
        "fake-1",
        Optional.empty(),
        Optional.empty(),
        ModelSettings.DEFAULT_MAX_TOKENS);
  }

  static SeatSettings seat(String id, WireFormat format) {
    return new SeatSettings(new Seat(id, id), model(format));
  }

  private MockResponse answer(RecordedRequest request) {
    var url = request.getUrl();
    var format = WireFormat.valueOf(url.pathSegments().getFirst());
    var body = request.getBody() == null ? "" : request.getBody().utf8();
    var json = WireJson.read(body).orElseGet(WireJson::object);
    var problems = problems(format, request, url, json);
    if (!problems.isEmpty()) {
      complaints.addAll(problems);
      return new MockResponse.Builder().code(418).body(problems.toString()).build();
    }
    var model = format == WireFormat.GEMINI ? "fake-1" : json.path("model").asText();
    var found = new Seen(format, model, json);
    seen.add(found);
    return answers.apply(found);
  }

  private List<String> problems(
      WireFormat format, RecordedRequest request, HttpUrl url, JsonNode body) {
    var problems = new ArrayList<String>();
    var path = url.encodedPath().substring(format.name().length() + 1);
    if (!path.equals(path(format))) {
      problems.add("path " + path);
    }
    if (url.toString().contains(KEY) || url.query() != null) {
      problems.add("something in the address: " + url);
    }
    var key = request.getHeaders().get(keyHeader(format));
    if (keyed ? key == null || !key.endsWith(KEY) : key != null) {
      problems.add("key " + key);
    }
    if (format == WireFormat.ANTHROPIC && request.getHeaders().get("anthropic-version") == null) {
      problems.add("no anthropic-version");
    }
    body.fieldNames()
        .forEachRemaining(name -> {
          if (!fields(format).contains(name)) {
            problems.add("field " + name);
          }
        });
    if (body.isEmpty()) {
      problems.add("no body");
    }
    return problems;
  }

  private static String path(WireFormat format) {
    return switch (format) {
      case RESPONSES -> "/responses";
      case CHAT_COMPLETIONS -> "/chat/completions";
      case ANTHROPIC -> "/v1/messages";
      case GEMINI -> "/v1beta/models/fake-1:generateContent";
    };
  }

  private static String keyHeader(WireFormat format) {
    return switch (format) {
      case RESPONSES, CHAT_COMPLETIONS -> "Authorization";
      case ANTHROPIC -> "x-api-key";
      case GEMINI -> "x-goog-api-key";
    };
  }

  private static Set<String> fields(WireFormat format) {
    return switch (format) {
      case RESPONSES ->
          Set.of("model", "store", "max_output_tokens", "instructions", "input", "text");
      case CHAT_COMPLETIONS -> Set.of("model", "max_tokens", "messages", "response_format");
      case ANTHROPIC ->
          Set.of(
              "model", "max_tokens", "system", "messages", "output_config", "tools", "tool_choice");
      case GEMINI -> Set.of("systemInstruction", "contents", "generationConfig");
    };
  }

  @Override
  public void close() {
    server.close();
  }

  /** A key that lies in the open. */
  record FixedSecret(String value) implements Secret {
    @Override
    public Optional<String> read() {
      return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    @Override
    public String origin() {
      return "$FAKE_KEY";
    }
  }
}
