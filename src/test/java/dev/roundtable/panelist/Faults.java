package dev.roundtable.panelist;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.params.provider.Arguments;

/** The ways in which a provider is known to fail. */
final class Faults {
  /** A ballot that has no fault. */
  static final String BALLOT =
      "{\"reasoning\": \"Few events.\", \"vote\": \"kafka\", \"confidence\": 0.8}";

  private static final int FROM_MODELS = -1;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration SHORT_PATIENCE = Duration.ofMillis(200);
  private static final String DEEP = "[".repeat(20_000);

  /**
   * A fault and how it has to end.
   *
   * @param hungUpAfter the bytes of a request after which the server hangs up, negative if it reads
   *     all and sends the responses
   * @param cause the abstention's cause, or {@code Vote} if the fault costs nothing
   * @param words what the cause has to say
   */
  record Fault(
      String name,
      Duration patience,
      int hungUpAfter,
      Function<WireFormat, List<MockResponse>> responses,
      Class<?> cause,
      String words) {
    @Override
    public String toString() {
      return name;
    }

    boolean costsTheVote() {
      return cause != Ballot.Vote.class;
    }

    boolean hangsUp() {
      return hungUpAfter >= 0;
    }
  }

  private final List<Fault> all = new ArrayList<>();

  private void add(
      String name,
      Function<WireFormat, List<MockResponse>> responses,
      Class<?> cause,
      String words) {
    all.add(new Fault(name, PATIENCE, FROM_MODELS, responses, cause, words));
  }

  private void slow(String name, MockResponse response) {
    all.add(
        new Fault(
            name,
            SHORT_PATIENCE,
            FROM_MODELS,
            _ -> List.of(response),
            Cause.TimedOut.class,
            "PT0.2S"));
  }

  private void status(int status, String message, Class<?> cause) {
    add(status + " " + message, f -> List.of(error(f, status, message)), cause, message);
  }

  private void said(String name, String text, Class<?> cause, String words) {
    add(name, f -> List.of(ok(f, text)), cause, words);
  }

  private void raw(String name, MockResponse response, Class<?> cause, String words) {
    add(name, _ -> List.of(response), cause, words);
  }

  private void passing(String name, Function<WireFormat, MockResponse> first, int times) {
    add(
        name,
        f -> {
          var responses = new ArrayList<MockResponse>();
          for (int i = 0; i < times; i++) {
            responses.add(first.apply(f));
          }
          responses.add(ok(f, BALLOT));
          return responses;
        },
        Ballot.Vote.class,
        "kafka");
  }

  private void hungUpOn(String name, int afterBytes) {
    all.add(
        new Fault(
            name,
            PATIENCE,
            afterBytes,
            _ -> List.of(response().build()),
            Cause.ProviderError.class,
            "no answer"));
  }

  private static MockResponse ok(WireFormat format, String text) {
    return FakeModels.json(Wire.said(format, text));
  }

  private static MockResponse error(WireFormat format, int status, String message) {
    return FakeModels.json(Wire.error(format, status, message)).newBuilder().code(status).build();
  }

  private static MockResponse.Builder response() {
    return new MockResponse.Builder();
  }

  private static MockResponse with(WireFormat format, int status, String header, String value) {
    return error(format, status, "slow down").newBuilder().addHeader(header, value).build();
  }

  static List<Fault> all() {
    var faults = new Faults();
    statuses(faults);
    passingFaults(faults);
    connections(faults);
    bodies(faults);
    answers(faults);
    return faults.all;
  }

  /** Each fault with each wire format. */
  static Stream<Arguments> byFormat() {
    return all().stream()
        .flatMap(fault -> Stream.of(WireFormat.values()).map(f -> Arguments.of(f, fault)));
  }

  private static void statuses(Faults faults) {
    var error = Cause.ProviderError.class;
    faults.status(400, "messages: field required", error);
    faults.status(400, "The model fake-1 has been decommissioned", error);
    faults.status(400, "response_format is not supported", error);
    faults.status(400, "blocked by our content_filter", Cause.Filtered.class);
    faults.status(401, "invalid key", error);
    faults.status(402, "more credits are needed", error);
    faults.status(403, "not in your region", error);
    faults.status(403, "your input was flagged", Cause.Filtered.class);
    faults.status(404, "model fake-1 does not exist", error);
    faults.status(405, "method not allowed", error);
    faults.status(408, "request timeout", error);
    faults.status(409, "conflict", error);
    faults.status(410, "gone for good", error);
    faults.status(413, "too large", error);
    faults.status(415, "unsupported media type", error);
    faults.status(422, "unprocessable", error);
    faults.status(429, "slow down", error);
    faults.status(429, "You exceeded your current quota", error);
    faults.status(451, "for legal reasons", error);
    faults.status(500, "internal error", error);
    faults.status(501, "not implemented", error);
    faults.status(503, "overloaded", error);
    faults.status(504, "upstream timeout", error);
    faults.status(520, "unknown error", error);
    faults.status(529, "overloaded_error", error);
    for (int status : List.of(301, 302, 303, 307, 308)) {
      var redirect = response().code(status).addHeader("Location", "https://elsewhere.example/");
      faults.raw("redirect " + status, redirect.build(), error, "redirect");
    }
    var page = "<html><head><style>x{}</style></head><body><h1>Bad\ngateway</h1></body></html>";
    faults.raw("502 page", response().code(502).body(page).build(), error, "502: Bad gateway");
    faults.raw("500 without a body", response().code(500).build(), error, "500");
    faults.add(
        "neither schema nor JSON mode",
        f -> {
          var unknown = error(f, 422, "response_format, responseMimeType, tool_choice: unknown");
          return List.of(unknown, unknown, ok(f, BALLOT));
        },
        error,
        "tool_choice: unknown");
    faults.add(
        "429 whose wait is too long",
        f -> List.of(with(f, 429, "Retry-After", "3600")),
        error,
        "slow down");
    faults.add(
        "429 whose wait is no number",
        f -> List.of(with(f, 429, "Retry-After", "soon")),
        error,
        "slow down");
    faults.add(
        "an error that repeats the key",
        f -> List.of(error(f, 401, "Incorrect API key: " + FakeModels.KEY + ", Bearer abcdefgh1")),
        error,
        "[redacted]");
  }

  private static void passingFaults(Faults faults) {
    faults.passing("429 once", f -> error(f, 429, "slow down"), 1);
    faults.passing("429 with seconds", f -> with(f, 429, "Retry-After", "2"), 1);
    faults.passing("429 with a fraction", f -> with(f, 429, "Retry-After", "0.5"), 1);
    faults.passing(
        "429 with a date", f -> with(f, 429, "Retry-After", "Mon, 23 Nov 2026 12:00:05 GMT"), 1);
    faults.passing(
        "429 whose wait stands in its words",
        f -> error(f, 429, "You exceeded your current quota, see billing. Retry in 2.5s."),
        1);
    faults.passing("503 twice", f -> error(f, 503, "overloaded"), 2);
    faults.passing("529 twice", f -> error(f, 529, "overloaded"), 2);
    faults.passing("error 429 in a good answer", f -> FakeModels.json(Wire.error(f, 429, "x")), 1);
    faults.passing(
        "schema not supported", f -> error(f, 400, "json_schema is not supported here"), 1);
    for (var code : List.of("server_error", "rate_limit_exceeded", "overloaded_error")) {
      faults.passing(code + " twice", f -> FakeModels.json(Wire.failed(f, code, "x")), 2);
    }
    faults.passing("UNAVAILABLE once", f -> FakeModels.json(Wire.failed(f, "UNAVAILABLE", "x")), 1);
    faults.passing(
        "hung up on", _ -> response().onResponseStart(new SocketEffect.CloseSocket()).build(), 2);
    faults.passing("prose at first", f -> ok(f, "I would take Kafka."), 1);
    faults.passing("silence at first", f -> ok(f, " \n"), 1);
    faults.passing("thoughts alone at first", f -> FakeModels.json(Wire.thought(f, BALLOT)), 1);
  }

  private static void connections(Faults faults) {
    var error = Cause.ProviderError.class;
    for (int bytes : List.of(0, 100)) {
      faults.hungUpOn("hung up on after " + bytes + " bytes of the request", bytes);
    }
    var body = "{\"choices\": [" + " ".repeat(5_000) + "]}";
    faults.raw(
        "hung up on after the request",
        response().onResponseStart(new SocketEffect.CloseSocket()).build(),
        error,
        "no answer");
    faults.raw(
        "an answer that breaks off",
        response().body(body).onResponseBody(new SocketEffect.CloseSocket()).build(),
        error,
        "broke off");
    faults.raw(
        "chunks that break off",
        response().chunkedBody(body, 100).onResponseBody(new SocketEffect.CloseSocket()).build(),
        error,
        "broke off");
    faults.slow("silence", response().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    faults.slow(
        "silence in the body",
        response().body(body).onResponseBody(SocketEffect.Stall.INSTANCE).build());
    faults.slow("a drip", response().body(body).throttleBody(1, 50, TimeUnit.MILLISECONDS).build());
  }

  private static void bodies(Faults faults) {
    var error = Cause.ProviderError.class;
    faults.raw("an empty body", FakeModels.json(""), error, "not JSON");
    faults.raw("204", response().code(204).build(), error, "not JSON");
    faults.raw("a page", page("<html>Sign in</html>"), error, "not JSON but text/html: Sign in");
    faults.raw("plain text", FakeModels.json("OK"), error, "not JSON");
    faults.raw("a broken object", FakeModels.json("{\"choices\": [{"), error, "not JSON");
    faults.raw("two objects", FakeModels.json("{}{}"), error, "not JSON");
    faults.raw("null", FakeModels.json("null"), error, "not JSON");
    faults.raw("a number", FakeModels.json("42"), error, "not JSON");
    faults.raw("an empty object", FakeModels.json("{}"), error, "an empty answer");
    faults.raw("an empty array", FakeModels.json("[]"), error, "an empty answer");
    faults.raw("a deep array", FakeModels.json(DEEP), error, "not JSON");
    faults.raw("another API", FakeModels.json("{\"ok\": true}"), error, "ok");
    faults.raw("10 MB", FakeModels.json("x".repeat(10 << 20)), error, "longer than 4 MB");
    faults.raw(
        "a stream", FakeModels.json("data: {\"x\": 1}\n\ndata: [DONE]\n"), error, "not JSON");
    faults.raw(
        "no gzip",
        response().addHeader("Content-Encoding", "gzip").body("plain").build(),
        error,
        "broke off");
    faults.raw(
        "bad UTF-8",
        response().body(new Buffer().write(new byte[] {(byte) 0xc3, 0x28, (byte) 0xff})).build(),
        error,
        "not JSON");
    faults.add(
        "an error in a good answer",
        f -> List.of(FakeModels.json(Wire.error(f, 402, "out of credit"))),
        error,
        "out of credit");
    faults.add(
        "a lasting server_error in a good answer",
        f -> List.of(FakeModels.json(Wire.failed(f, "server_error", "the model fell over"))),
        error,
        "the model fell over");
    faults.add(
        "an authentication_error in a good answer",
        f -> List.of(FakeModels.json(Wire.failed(f, "authentication_error", "bad key"))),
        error,
        "401: bad key");
    faults.add(
        "a failure in a good answer",
        f -> List.of(FakeModels.json(Wire.error(f, 500, "upstream failed"))),
        error,
        "upstream failed");
    faults.add(
        "a wrong content type",
        f -> List.of(page(Wire.said(f, BALLOT))),
        Ballot.Vote.class,
        "kafka");
  }

  private static MockResponse page(String body) {
    return response().addHeader("Content-Type", "text/html").body(body).build();
  }

  private static void answers(Faults faults) {
    var unreadable = Cause.Unreadable.class;
    faults.said("silence", "", unreadable, "an empty answer");
    faults.said("blanks", " \n\t ", unreadable, "an empty answer");
    faults.said("prose", "I would take Kafka.", unreadable, "I would take Kafka.");
    faults.said("a letter", "{\"vote\": \"A\"}", unreadable, "vote");
    faults.said("no vote", "{\"reasoning\": \"r\", \"vote\": null}", unreadable, "null");
    faults.said("another option", "{\"vote\": \"RabbitMQ\"}", unreadable, "RabbitMQ");
    faults.said("two options", "{\"vote\": \"kafka, postgres-queue\"}", unreadable, "kafka");
    faults.said("thoughts in the text", "<think>" + BALLOT, unreadable, "an empty answer");
    faults.said("an endless list", DEEP, unreadable, "[");
    faults.said("a fence", "```json\n" + BALLOT + "\n```", Ballot.Vote.class, "kafka");
    faults.add(
        "thoughts alone",
        f -> List.of(FakeModels.json(Wire.thought(f, BALLOT))),
        unreadable,
        "an empty answer");
    faults.add(
        "cut off before the vote",
        f -> List.of(FakeModels.json(Wire.answer(f, "{\"reasoning\": \"A", Wire.Ending.CUT_OFF))),
        Cause.CutOff.class,
        "");
    faults.add(
        "cut off after the vote",
        f -> List.of(FakeModels.json(Wire.answer(f, BALLOT + " And", Wire.Ending.CUT_OFF))),
        Ballot.Vote.class,
        "kafka");
  }
}
