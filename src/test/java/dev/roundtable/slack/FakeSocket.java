package dev.roundtable.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** Socket Mode: envelopes that must be acknowledged within three seconds, or come again. */
final class FakeSocket extends WebSocketServer implements FakeWire {
  static final Duration TIME_TO_ACKNOWLEDGE = Duration.ofSeconds(3);
  private static final int RETRIES = 3;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AtomicInteger redelivered = new AtomicInteger();
  final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch started = new CountDownLatch(1);
  private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();

  FakeSocket() {
    super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2);
    setReuseAddr(true);
    setDaemon(true);
    start();
    try {
      started.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  String address() {
    return "ws://127.0.0.1:" + getPort() + "/link";
  }

  /** Blocks until the app is connected. */
  synchronized void awaitConnected() throws InterruptedException {
    while (getConnections().isEmpty()) {
      wait();
    }
  }

  @Override
  public int redelivered() {
    return redelivered.get();
  }

  @Override
  public JsonNode deliver(String type, JsonNode payload) {
    for (int attempt = 0; attempt <= RETRIES; attempt++) {
      var id = UUID.randomUUID().toString();
      var envelope = JSON.createObjectNode();
      envelope.put("type", type).put("envelope_id", id).set("payload", payload);
      envelope.put("accepts_response_payload", !type.equals("events_api"));
      if (attempt > 0) {
        envelope.put("retry_attempt", attempt).put("retry_reason", "timeout");
        redelivered.incrementAndGet();
      }
      var acknowledged = new CompletableFuture<JsonNode>();
      waiting.put(id, acknowledged);
      send(envelope);
      try {
        return acknowledged.get(TIME_TO_ACKNOWLEDGE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        if (!type.equals("events_api")) {
          throw new AssertionError("not acknowledged within 3 s: " + payload);
        }
      } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("never acknowledged: " + payload);
  }

  private void send(ObjectNode envelope) {
    try {
      awaitConnected();
      getConnections().stream().reduce((_, last) -> last).ifPresent(to -> trySend(to, envelope));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  // A socket that closes meanwhile loses the envelope, which then comes again.
  private static void trySend(WebSocket to, ObjectNode envelope) {
    if (to.isOpen()) {
      to.send(envelope.toString());
    }
  }

  /** Asks the app to connect anew, as Slack does every few hours. */
  void refresh() {
    var message = JSON.createObjectNode().put("type", "disconnect");
    getConnections().forEach(c -> c.send(message.put("reason", "refresh_requested").toString()));
  }

  /** Breaks the connection without a word. */
  void tear() {
    getConnections().forEach(connection -> connection.closeConnection(1006, "torn"));
  }

  @Override
  public void onOpen(WebSocket connection, ClientHandshake handshake) {
    connections.incrementAndGet();
    connection.send("{\"type\":\"hello\",\"num_connections\":1}");
    synchronized (this) {
      notifyAll();
    }
  }

  @Override
  public void onMessage(WebSocket connection, String message) {
    try {
      var answer = JSON.readTree(message);
      var waits = waiting.remove(answer.path("envelope_id").asText());
      if (waits != null) {
        waits.complete(answer.path("payload"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void onClose(WebSocket connection, int code, String reason, boolean remote) {}

  @Override
  public void onError(WebSocket connection, Exception e) {}

  @Override
  public void onStart() {
    started.countDown();
  }
}
