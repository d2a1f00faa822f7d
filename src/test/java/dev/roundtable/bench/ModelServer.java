package dev.roundtable.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process that answers as models do, the same at every run: how long it takes and what it says
 * follow from the seed and from which debate, model and round is asking, not from the order of the
 * calls. It writes down when it had each request and when it gave the answer away.
 *
 * <p>{@code POST /speed/X} makes it X times as fast, {@code GET /journal} is what it wrote since
 * {@code POST /forget}; everything else is a chat completion.
 */
final class ModelServer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BACKLOG = 8192;
  private static final int DRIPS = 2_000;
  private static final Duration DRIP = Duration.ofMillis(100);

  private final Latency latency;
  private final Journal journal = new Journal();
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  private volatile double speed = 1;

  private ModelServer(long seed) {
    this.latency = new Latency(seed);
  }

  /** Takes the seed, and writes its port to its output. */
  public static void main(String[] arguments) throws IOException {
    var server = new ModelServer(Long.parseLong(arguments[0]));
    try (var listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
      System.out.println(listening.getLocalPort());
      System.out.flush();
      Thread.ofPlatform().start(ModelServer::endWithParent);
      while (true) {
        var socket = listening.accept();
        Thread.ofVirtual().start(() -> server.serve(socket));
      }
    }
  }

  // Whoever started it holds the other end of its input.
  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {}
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } finally {
      System.exit(0);
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      var wire = new ServerWire(socket);
      for (var request = wire.read(); request != null; request = wire.read()) {
        long arrived = System.nanoTime();
        if (request.path().endsWith("/chat/completions")) {
          complete(wire, request.body(), arrived);
        } else {
          wire.answer(200, "", control(request.path()));
        }
      }
    } catch (IOException _) {
      // The caller went away, as one does that gives up.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private byte[] control(String path) {
    if (path.startsWith("/speed/")) {
      speed = Double.parseDouble(path.substring("/speed/".length()));
    } else if (path.equals("/forget")) {
      journal.forget();
      asked.clear();
    } else if (path.equals("/journal")) {
      return journal.written().getBytes(StandardCharsets.UTF_8);
    }
    return new byte[0];
  }

  private void complete(ServerWire wire, byte[] body, long arrived)
      throws IOException, InterruptedException {
    var asked = Asked.read(JSON.readTree(body));
    int call = count(asked.debate() + "/" + asked.model());
    pause(latency.of(asked.debate(), asked.model(), call).toNanos() / speed);
    var fault = Fault.of(asked.model());
    // What is refused once is asked again, and is no round of its own.
    int round = fault == Fault.BUSY_ONCE ? call - 1 : call;
    switch (fault) {
      case HANG -> wire.waitForEnd();
      case DRIP -> drip(wire);
      case BUSY -> refuse(wire, asked, arrived, 429);
      case BROKEN -> refuse(wire, asked, arrived, 500);
      case CUT -> wire.half(envelope(asked, Answers.of(asked, round)));
      case GARBAGE -> answer(wire, asked, arrived, Answers.garbage(asked, round));
      case EMPTY -> answer(wire, asked, arrived, "");
      case BUSY_ONCE, NONE -> {
        if (round == 0) {
          refuse(wire, asked, arrived, 429);
        } else {
          answer(wire, asked, arrived, Answers.of(asked, round));
        }
      }
    }
  }

  private int count(String who) {
    return asked.computeIfAbsent(who, _ -> new AtomicInteger()).incrementAndGet();
  }

  private static void pause(double nanos) throws InterruptedException {
    var _ = new Semaphore(0).tryAcquire((long) nanos, TimeUnit.NANOSECONDS);
  }

  private static void drip(ServerWire wire) throws IOException, InterruptedException {
    wire.promise(DRIPS);
    for (int i = 0; i < DRIPS; i++) {
      pause((double) DRIP.toNanos());
      wire.write(" ");
    }
  }

  private void refuse(ServerWire wire, Asked asked, long arrived, int status) throws IOException {
    journal.write(asked, arrived, 0, status);
    var words = "{\"error\": {\"message\": \"come again\"}}".getBytes(StandardCharsets.UTF_8);
    wire.answer(status, status == 429 ? "Retry-After: 1\r\n" : "", words);
  }

  private void answer(ServerWire wire, Asked asked, long arrived, String content)
      throws IOException {
    var envelope = envelope(asked, content);
    journal.write(asked, arrived, content.length(), 200);
    wire.answer(200, "", envelope);
  }

  private static byte[] envelope(Asked asked, String content) throws IOException {
    var json = JSON.createObjectNode().put("model", asked.model());
    var choice = json.putArray("choices").addObject().put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", content);
    var used = json.putObject("usage");
    used.put("prompt_tokens", asked.promptChars() / 4);
    used.put("completion_tokens", content.length() / 4);
    return JSON.writeValueAsBytes(json);
  }

  /** What a model is made to do wrong, by its name. */
  enum Fault {
    NONE,
    HANG,
    DRIP,
    BUSY_ONCE,
    BUSY,
    BROKEN,
    CUT,
    GARBAGE,
    EMPTY;

    String model() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Fault of(String model) {
      for (var fault : values()) {
        if (fault.model().equals(model)) {
          return fault;
        }
      }
      return NONE;
    }
  }

  /** A call as the server reads it. */
  record Asked(String debate, String model, String prompt, int promptChars) {
    static Asked read(JsonNode body) {
      var prompt = new StringBuilder();
      body.path("messages").forEach(said -> prompt.append(said.path("content").asText()));
      var text = prompt.toString();
      return new Asked(Topic.in(text), body.path("model").asText(), text, text.length());
    }
  }
}
