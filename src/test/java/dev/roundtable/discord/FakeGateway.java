package dev.roundtable.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The gateway: one listener per connection, sessions that can be taken up again. */
final class FakeGateway {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CONTENT_INTENT = 1 << 15;

  /** What goes out after READY: the guilds of that shard. */
  private final BiFunction<Integer, Integer, List<ObjectNode>> guilds;

  private final List<Connection> open = new CopyOnWriteArrayList<>();
  private final List<ObjectNode> dispatched = new CopyOnWriteArrayList<>();
  private final AtomicInteger sequence = new AtomicInteger();
  final AtomicInteger identified = new AtomicInteger();
  final AtomicInteger resumed = new AtomicInteger();
  final List<Integer> intents = new CopyOnWriteArrayList<>();
  volatile boolean contentGranted;

  /** With what nobody is let in, 0 if everybody is. */
  volatile int refusal;

  volatile boolean forgetsSessions;
  volatile String url = "";

  FakeGateway(BiFunction<Integer, Integer, List<ObjectNode>> guilds) {
    this.guilds = guilds;
  }

  WebSocketListener connection() {
    return new Connection();
  }

  boolean isReadable() {
    return !intents.isEmpty() && (intents.getLast() & CONTENT_INTENT) != 0;
  }

  /** Sends an event to whoever is connected; the others get it when they resume. */
  synchronized void dispatch(String type, ObjectNode data) {
    var event = event(type, data);
    dispatched.add(event);
    open.stream().filter(one -> one.holds(event)).forEach(connection -> connection.send(event));
  }

  private ObjectNode event(String type, ObjectNode data) {
    var event = JsonNodeFactory.instance.objectNode();
    event.put("op", 0).put("t", type).put("s", sequence.incrementAndGet()).set("d", data);
    return event;
  }

  void close(int code) {
    open.forEach(connection -> connection.socket().close(code, null));
  }

  /** Says that the session is gone. */
  void invalidate() {
    var op = JsonNodeFactory.instance.objectNode();
    op.put("op", 9).put("d", false);
    open.forEach(connection -> connection.send(op));
  }

  int connected() {
    return open.size();
  }

  private final class Connection extends WebSocketListener {
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final DeflaterOutputStream deflater =
        new DeflaterOutputStream(packed, new Deflater(), true);
    private volatile @Nullable WebSocket socket;
    private volatile int shard;
    private volatile int shards = 1;

    /** Whether it is for this shard; what belongs to no guild is for the first. */
    private boolean holds(JsonNode event) {
      var data = event.path("d");
      long guild = data.path("guild_id").asLong(0);
      boolean ofGuild = event.path("t").asText().startsWith("GUILD_");
      return ((ofGuild ? data.path("id").asLong() : guild) >> 22) % shards == shard;
    }

    private WebSocket socket() {
      var current = socket;
      if (current == null) {
        throw new IllegalStateException("not open");
      }
      return current;
    }

    @Override
    public void onOpen(WebSocket webSocket, Response response) {
      socket = webSocket;
      var hello = JsonNodeFactory.instance.objectNode();
      hello.put("op", 10).putObject("d").put("heartbeat_interval", 41_250);
      send(hello);
    }

    // JDA asks for one zlib stream per connection.
    synchronized void send(ObjectNode payload) {
      try {
        deflater.write(payload.toString().getBytes(StandardCharsets.UTF_8));
        deflater.flush();
        socket().send(ByteString.of(packed.toByteArray()));
        packed.reset();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
      receive(parse(text));
    }

    @Override
    public void onMessage(WebSocket webSocket, ByteString bytes) {
      receive(parse(bytes.utf8()));
    }

    private void receive(JsonNode payload) {
      switch (payload.path("op").asInt()) {
        case 1 -> send(JsonNodeFactory.instance.objectNode().put("op", 11));
        case 2 -> identify(payload.path("d"));
        case 6 -> resume(payload.path("d"));
        default -> {}
      }
    }

    private void identify(JsonNode data) {
      int wanted = data.path("intents").asInt();
      intents.add(wanted);
      if (refusal != 0) {
        socket().close(refusal, null);
        return;
      }
      if ((wanted & CONTENT_INTENT) != 0 && !contentGranted) {
        socket().close(4014, "Disallowed intent(s).");
        return;
      }
      shard = data.path("shard").path(0).asInt(0);
      shards = data.path("shard").path(1).asInt(1);
      int total = shards;
      var mine = guilds.apply(shard, total);
      var ready = JsonNodeFactory.instance.objectNode();
      ready.put("v", 10).set("user", FakeDiscord.BOT.user());
      var list = ready.putArray("guilds");
      for (var guild : mine) {
        list.addObject().put("id", guild.path("id").asText()).put("unavailable", true);
      }
      ready.put("session_id", "session-" + identified.incrementAndGet());
      ready.put("resume_gateway_url", url).putArray("private_channels");
      ready.putObject("application").put("id", FakeDiscord.BOT.id()).put("flags", 0);
      ready.putArray("shard").add(shard).add(total);
      send(event("READY", ready));
      mine.forEach(guild -> send(event("GUILD_CREATE", guild)));
      open.add(this);
    }

    private void resume(JsonNode data) {
      if (forgetsSessions) {
        var op = JsonNodeFactory.instance.objectNode();
        send(op.put("op", 9).put("d", false));
        return;
      }
      int last = data.path("seq").asInt();
      dispatched.stream()
          .filter(event -> event.path("s").asInt() > last && holds(event))
          .forEach(this::send);
      resumed.incrementAndGet();
      send(event("RESUMED", JsonNodeFactory.instance.objectNode()));
      open.add(this);
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
      open.remove(this);
      webSocket.close(code, reason);
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable t, @Nullable Response response) {
      open.remove(this);
    }
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
