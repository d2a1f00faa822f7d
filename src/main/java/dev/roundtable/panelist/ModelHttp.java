package dev.roundtable.panelist;

import dev.roundtable.panelist.AddressGuard.BlockedAddressException;
import dev.roundtable.session.Timer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one HTTP client that all providers share. Calls run on the calling thread, which should be
 * virtual: its interrupt closes the socket at once.
 */
public final class ModelHttp implements AutoCloseable {
  /** No answer of a model comes near; whatever is longer is not read. */
  static final int MAX_BYTES = 4 << 20;

  private static final Duration CONNECT = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(ModelHttp.class);

  private final Lanes lanes = new Lanes();
  private final Map<Key, OkHttpClient> clients = new ConcurrentHashMap<>();
  private @Nullable OkHttpClient client;

  private record Key(AddressGuard guard, int lane) {}

  /** What came of sending a request. */
  sealed interface Sent {
    record Replied(int status, Headers headers, String body) implements Sent {}

    record TimedOut() implements Sent {}

    record Blocked(String reason) implements Sent {}

    /**
     * No whole answer.
     *
     * @param stage how far it had come
     */
    record Lost(String reason, Stage stage) implements Sent {}
  }

  /** How far a call had come. */
  enum Stage {
    CONNECTING,
    WAITING,
    READING
  }

  // Made when it is first used, because reading the certificates of the machine takes as long as a
  // tenth of a start. Without fastFallback a connection is opened on the calling thread too, where
  // an interrupt ends it. OkHttp's own retry would send a request again that the provider has read.
  private synchronized OkHttpClient client() {
    var made = client;
    if (made == null) {
      made =
          new OkHttpClient.Builder()
              .connectionPool(lanes.pool(0))
              .connectTimeout(CONNECT)
              .readTimeout(Duration.ZERO)
              .writeTimeout(Duration.ZERO)
              .retryOnConnectionFailure(false)
              .followRedirects(false)
              .followSslRedirects(false)
              .fastFallback(false)
              .build();
      client = made;
    }
    return made;
  }

  // One for each guard there is, on the connections of all.
  private OkHttpClient client(AddressGuard guard, int lane) {
    var key = new Key(guard, lane);
    var known = clients.get(key);
    return known == null ? clients.computeIfAbsent(key, this::client) : known;
  }

  private OkHttpClient client(Key key) {
    return client().newBuilder().dns(key.guard()).connectionPool(lanes.pool(key.lane())).build();
  }

  /**
   * Sends and reads all of the answer, blocking for no longer than {@code within}.
   *
   * @throws InterruptedException as soon as the thread is interrupted, with the socket closed
   */
  Sent send(Request request, AddressGuard guard, Duration within) throws InterruptedException {
    var objection = guard.objection(request.url());
    if (objection.isPresent()) {
      return new Sent.Blocked(objection.get());
    }
    int place = lanes.enter();
    try {
      return send(client(guard, Lanes.lane(place)).newCall(request), within);
    } finally {
      lanes.leave(place);
    }
  }

  private static Sent send(Call call, Duration within) throws InterruptedException {
    // A call time-out of 0 would be none.
    var limit = within.isPositive() ? within.plusMillis(1) : Duration.ofMillis(1);
    call.timeout().timeout(limit.toMillis(), TimeUnit.MILLISECONDS);
    boolean begun = false;
    try (var response = call.execute()) {
      begun = true;
      return read(response);
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return lost(e, begun);
    }
  }

  private static Sent read(Response response) throws IOException {
    var bytes = response.body().byteStream().readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      return new Sent.Lost("the answer is longer than " + (MAX_BYTES >> 20) + " MB", Stage.READING);
    }
    var body = new String(bytes, StandardCharsets.UTF_8);
    return new Sent.Replied(response.code(), response.headers(), body);
  }

  private static Sent lost(IOException e, boolean begun) {
    var what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return switch (e) {
      case BlockedAddressException _ -> new Sent.Blocked(what);
      case UnknownHostException _ -> new Sent.Lost("unknown host: " + what, Stage.CONNECTING);
      case SocketTimeoutException _ ->
          new Sent.Lost("no connection within " + CONNECT.toSeconds() + " s", Stage.CONNECTING);
      case InterruptedIOException _ -> new Sent.TimedOut();
      case ConnectException _ -> new Sent.Lost("no connection: " + what, Stage.CONNECTING);
      default ->
          begun
              ? new Sent.Lost("the answer broke off: " + what, Stage.READING)
              : new Sent.Lost("no answer: " + what, Stage.WAITING);
    };
  }

  /**
   * Takes the path of a call once, so that the first debate is as quick as the next.
   *
   * @throws IOException if there is no loopback to do it on
   */
  public void warmUp(Timer timer) throws IOException, InterruptedException {
    WarmUp.run(this, timer);
  }

  /** {@link #warmUp} on a thread of its own; without it the first debate is merely slower. */
  public void warmUpAside(Timer timer) {
    Thread.ofVirtual()
        .name("warm-up")
        .start(() -> {
          try {
            warmUp(timer);
          } catch (IOException e) {
            LOG.info("the path to the models is not warm: {}", e.getMessage());
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
  }

  int callsInFlight() {
    return lanes.inFlight();
  }

  int idleConnections() {
    return lanes.idleConnections();
  }

  int openConnections() {
    return lanes.openConnections();
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.dispatcher().executorService().shutdown();
      lanes.close();
    }
  }
}
