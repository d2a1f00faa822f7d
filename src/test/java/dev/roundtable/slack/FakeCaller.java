package dev.roundtable.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests over HTTP to an app of several replicas, each in its turn, as a load balancer does. */
final class FakeCaller implements FakeWire {
  static final String SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final int RETRIES = 3;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<URI> replicas;
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger again = new AtomicInteger();

  FakeCaller(List<URI> replicas) {
    this.replicas = List.copyOf(replicas);
  }

  @Override
  public int redelivered() {
    return again.get();
  }

  @Override
  public JsonNode deliver(String type, JsonNode payload) {
    var body = body(type, payload);
    for (int attempt = 0; attempt <= RETRIES; attempt++) {
      try {
        var answer = http.send(signed(body, attempt).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
          return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        }
        if (!type.equals("events_api")) {
          throw new AssertionError("answered " + answer.statusCode() + " to " + payload);
        }
      } catch (IOException _) {
        // Nobody listens, or not within three seconds.
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      again.incrementAndGet();
    }
    throw new AssertionError("never acknowledged: " + payload);
  }

  private static String body(String type, JsonNode payload) {
    return switch (type) {
      case "events_api" -> payload.toString();
      case "slash_commands" ->
          payload.properties().stream()
              .map(field -> field.getKey() + "=" + encoded(field.getValue().asText()))
              .collect(Collectors.joining("&"));
      default -> "payload=" + encoded(payload.toString());
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder signed(String body, int attempt) {
    var now = Instant.now();
    var to = replicas.get(Math.floorMod(sent.getAndIncrement(), replicas.size()));
    var request = request(to, body, now.getEpochSecond(), signature(body, now.getEpochSecond()));
    if (attempt > 0) {
      request.header("X-Slack-Retry-Num", Integer.toString(attempt));
    }
    return request;
  }

  /** A request that Slack might have sent, or might not. */
  static HttpRequest.Builder request(URI to, String body, long signedAt, String signature) {
    var json = body.startsWith("{");
    return HttpRequest.newBuilder(to)
        .timeout(FakeSocket.TIME_TO_ACKNOWLEDGE)
        .header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
        .header("X-Slack-Request-Timestamp", Long.toString(signedAt))
        .header("X-Slack-Signature", signature)
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  /** As Slack signs a body at that second. */
  static String signature(String body, long at) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      var key = SIGNING_SECRET.getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      var hash = mac.doFinal(("v0:" + at + ":" + body).getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
