package dev.roundtable.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.PromptSockets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/**
 * Discord on this machine: REST and gateway on one port. It refuses what Discord would refuse and
 * keeps a list of that, and what is in its channels can be read as people read it.
 */
final class FakeDiscord implements AutoCloseable {
  static final String TOKEN = "fake.discord.token";
  static final Someone BOT = new Someone("900000000000000001", "Roundtable", true);
  private static final long EPOCH = 1_420_070_400_000L;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A person or the bot. */
  record Someone(String id, String name, boolean bot, String permissions, String locale) {
    static final String MEMBER = "2248473465835073";
    static final String MANAGER = String.valueOf(2248473465835073L | 32);

    Someone(String id, String name, boolean bot) {
      this(id, name, bot, MEMBER, "en-US");
    }

    Someone manager() {
      return new Someone(id, name, bot, MANAGER, locale);
    }

    Someone speaking(String language) {
      return new Someone(id, name, bot, permissions, language);
    }

    ObjectNode user() {
      var json = JsonNodeFactory.instance.objectNode();
      return json.put("id", id)
          .put("username", name)
          .put("global_name", name)
          .put("discriminator", "0")
          .put("bot", bot);
    }

    /** As a member of a guild, where managers have a role of their own. */
    ObjectNode member(long guild) {
      var json = member();
      if (permissions.equals(MANAGER)) {
        json.withArray("roles").add(String.valueOf(guild + 1));
      }
      return json;
    }

    ObjectNode member() {
      var json = JsonNodeFactory.instance.objectNode();
      json.put("joined_at", "2026-01-01T00:00:00.000000+00:00");
      json.put("permissions", permissions).putArray("roles");
      json.put("deaf", false).put("mute", false).put("flags", 0);
      return json;
    }
  }

  /** Something that goes wrong, so many times. */
  record Fault(Pattern where, AtomicLong times, Kind kind, int status, int code) {}

  /** How it goes wrong. */
  enum Kind {
    /** Nothing is done, and this is the answer. */
    REFUSED,
    /** It is done, and this is the answer. */
    ANSWER_LOST,
    LIMITED,
    /** The line breaks. */
    CUT,
    /** There is no answer until the test says so. */
    HELD
  }

  /** A message that was changed: when, by which request, and how it reads since. */
  record Edit(Instant at, String line, FakeMessage message, String read) {}

  /** A guild as the bot sees it. */
  record Guild(long id, String name) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  final FakeGateway gateway = new FakeGateway(this::guildsOf);
  final Map<Long, FakeRoom> rooms = new ConcurrentHashMap<>();
  final Map<String, FakeInteraction> interactions = new ConcurrentHashMap<>();
  final List<Guild> guilds = new CopyOnWriteArrayList<>();
  final Set<Long> kickedFrom = ConcurrentHashMap.newKeySet();
  final Map<Long, Set<String>> members = new ConcurrentHashMap<>();
  final List<String> complaints = new CopyOnWriteArrayList<>();
  final List<String> requests = new CopyOnWriteArrayList<>();
  final List<Edit> edits = new CopyOnWriteArrayList<>();
  final List<Fault> faults = new CopyOnWriteArrayList<>();
  final List<JsonNode> registered = new CopyOnWriteArrayList<>();
  final AtomicLong limited = new AtomicLong();
  volatile int applicationFlags;
  volatile boolean applicationPublic;
  volatile String token = TOKEN;
  volatile boolean componentsRefused;

  /** Whether it is longer ago than nonces are kept. */
  volatile boolean noncesForgotten;

  /** The time by which edits are noted. */
  volatile InstantSource clock = InstantSource.system();

  /** Whether the bot is set up to be taken along. */
  volatile boolean travels;

  /** Which shards the bot is set up to hold, null for as many as it is told. */
  volatile @Nullable ShardRange shards;

  private final MockWebServer server = new MockWebServer();
  private final FakeRates rates;
  private final AtomicLong increments = new AtomicLong();
  private final Object changed = new Object();

  FakeDiscord(Duration window) throws IOException {
    rates = new FakeRates(window);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    server.setServerSocketFactory(new PromptSockets());
    server.start(InetAddress.getLoopbackAddress(), 0);
    gateway.url = "ws://127.0.0.1:" + server.getPort() + "/gateway";
  }

  URI api() {
    return URI.create("http://127.0.0.1:" + server.getPort() + "/api/v10/");
  }

  long snowflake() {
    return ((System.currentTimeMillis() - EPOCH) << 22) | (increments.incrementAndGet() & 0xFFF);
  }

  static Instant time(long id) {
    return Instant.ofEpochMilli((id >> 22) + EPOCH);
  }

  // --- what is there

  Guild guild(String name) {
    var guild = new Guild(snowflake(), name);
    guilds.add(guild);
    return guild;
  }

  FakeRoom channel(Guild guild, FakeRoom.Kind kind, String name) {
    return room(new FakeRoom(snowflake(), kind, guild.id(), null, name));
  }

  /** A thread that hangs on no message and whose people were invited. */
  FakeRoom privateThread(FakeRoom channel, String name) {
    var kind = FakeRoom.Kind.PRIVATE_THREAD;
    var thread = room(new FakeRoom(snowflake(), kind, channel.guild, channel, name));
    dispatch("THREAD_CREATE", thread.json().put("newly_created", true));
    return thread;
  }

  FakeRoom direct() {
    return room(new FakeRoom(snowflake(), FakeRoom.Kind.DIRECT, 0, null, "direct"));
  }

  /** A conversation of people among themselves. */
  FakeRoom group() {
    return room(new FakeRoom(snowflake(), FakeRoom.Kind.GROUP, 0, null, "group"));
  }

  FakeRoom room(FakeRoom room) {
    rooms.put(room.id, room);
    return room;
  }

  /** What was opened in a forum, the oldest first. */
  List<FakeRoom> posts(FakeRoom forum) {
    return rooms.values().stream()
        .filter(room -> room.parent == forum)
        .sorted(Comparator.comparingLong(room -> room.id))
        .toList();
  }

  /** The thread that hangs on the message. */
  FakeRoom thread(FakeMessage message) {
    var thread = rooms.get(message.id);
    if (thread == null) {
      throw new AssertionError("no thread on " + message.read());
    }
    return thread;
  }

  private List<ObjectNode> guildsOf(int shard, int total) {
    return guilds.stream()
        .filter(guild -> (guild.id() >> 22) % total == shard && !kickedFrom.contains(guild.id()))
        .map(this::json)
        .toList();
  }

  private ObjectNode json(Guild guild) {
    var id = String.valueOf(guild.id());
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", id).put("name", guild.name()).put("owner_id", "800000000000000001");
    json.put("member_count", 5).put("afk_timeout", 300).put("large", false);
    var roles = json.putArray("roles");
    role(roles.addObject(), id, "@everyone", Someone.MEMBER);
    role(roles.addObject(), String.valueOf(guild.id() + 1), "managers", Someone.MANAGER);
    var channels = json.putArray("channels");
    rooms.values().stream()
        .filter(room -> room.guild == guild.id() && room.parent == null)
        .forEach(room -> channels.add(room.json()));
    var threads = json.putArray("threads");
    rooms.values().stream()
        .filter(room -> room.guild == guild.id() && room.parent != null && !room.archived)
        .forEach(room -> threads.add(room.json()));
    for (var empty : List.of("guild_scheduled_events", "emojis", "voice_states", "stickers")) {
      json.putArray(empty);
    }
    var member = BOT.member();
    member.set("user", BOT.user());
    json.putArray("members").add(member);
    return json;
  }

  private static void role(ObjectNode role, String id, String name, String permissions) {
    role.put("id", id).put("name", name).put("position", 0).put("color", 0);
    role.put("permissions", permissions).putObject("colors").put("primary_color", 0);
  }

  // --- what people do

  FakeMessage say(Someone who, FakeRoom room, String text, @Nullable FakeMessage answered) {
    var body = JsonNodeFactory.instance.objectNode().put("content", text);
    var message = new FakeMessage(snowflake(), room.id, who, body);
    message.answers = answered == null ? null : answered.id;
    synchronized (room) {
      room.messages.add(message);
    }
    boolean mentionsBot = text.contains("<@" + BOT.id() + ">");
    boolean answersBot =
        answered != null && answered.author.equals(BOT) && !answered.interactionResponse;
    boolean direct = room.kind == FakeRoom.Kind.DIRECT;
    var json = message.json(gateway.isReadable() || mentionsBot || answersBot || direct);
    if (mentionsBot || answersBot) {
      json.withArray("mentions").add(BOT.user());
    }
    if (answered != null) {
      json.put("type", 19);
      json.putObject("message_reference")
          .put("message_id", String.valueOf(answered.id))
          .put("channel_id", String.valueOf(room.id));
      json.set("referenced_message", answered.json(answered.author.equals(BOT)));
    }
    dispatch("MESSAGE_CREATE", located(json, who, room));
    return message;
  }

  /** Something without words, with what makes it so. */
  FakeMessage show(Someone who, FakeRoom room, Consumer<ObjectNode> what) {
    var body = JsonNodeFactory.instance.objectNode().put("content", "");
    var message = new FakeMessage(snowflake(), room.id, who, body);
    synchronized (room) {
      room.messages.add(message);
    }
    var json = message.json(true);
    what.accept(json);
    dispatch("MESSAGE_CREATE", located(json, who, room));
    return message;
  }

  private static ObjectNode located(ObjectNode json, Someone who, FakeRoom room) {
    if (!room.kind.isPrivate()) {
      json.put("guild_id", String.valueOf(room.guild)).set("member", who.member(room.guild));
    }
    return json;
  }

  void delete(FakeMessage message) {
    var room = rooms.get(message.channel);
    if (room != null) {
      synchronized (room) {
        room.messages.remove(message);
      }
      tellDeleted(message.id, room);
    }
  }

  void tellDeleted(long message, FakeRoom room) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", String.valueOf(message)).put("channel_id", String.valueOf(room.id));
    if (!room.kind.isPrivate()) {
      json.put("guild_id", String.valueOf(room.guild));
    }
    dispatch("MESSAGE_DELETE", json);
  }

  FakeInteraction slash(Someone who, FakeRoom room, String sub, Map<String, Object> options) {
    return slash(who, room, "roundtable", sub, options);
  }

  FakeInteraction slash(
      Someone who, FakeRoom room, String name, String sub, Map<String, Object> options) {
    return interact(who, room, 2, command(name, sub, options, null));
  }

  FakeInteraction complete(Someone who, FakeRoom room, String sub, String option, String typed) {
    return interact(who, room, 4, command("roundtable", sub, Map.of(option, typed), option));
  }

  private ObjectNode command(
      String name, String sub, Map<String, Object> options, @Nullable String focused) {
    var data = JsonNodeFactory.instance.objectNode();
    data.put("id", "700000000000000001").put("name", name).put("type", 1);
    var list = data.putArray("options").addObject().put("name", sub).put("type", 1);
    var inner = list.putArray("options");
    options.forEach((key, value) -> {
      var option = inner.addObject().put("name", key);
      if (value instanceof Integer number) {
        option.put("type", 4).put("value", number);
      } else if (value instanceof FakeRoom room) {
        option.put("type", 7).put("value", String.valueOf(room.id));
        var channels = data.withObject("/resolved/channels");
        channels.set(String.valueOf(room.id), room.json().put("permissions", Someone.MEMBER));
      } else {
        option.put("type", 3).put("value", String.valueOf(value));
      }
      if (key.equals(focused)) {
        option.put("focused", true);
      }
    });
    return data;
  }

  FakeInteraction ask(Someone who, FakeRoom room, FakeMessage target, String command) {
    var data = JsonNodeFactory.instance.objectNode();
    data.put("id", "700000000000000002").put("name", command).put("type", 3);
    data.put("target_id", String.valueOf(target.id));
    data.putObject("resolved")
        .putObject("messages")
        .set(String.valueOf(target.id), target.json(true));
    return interact(who, room, 2, data);
  }

  FakeInteraction press(Someone who, FakeMessage message, String label) {
    var id = message.buttons().get(label);
    if (id == null) {
      throw new AssertionError("no button " + label + " under " + message.read());
    }
    return pressId(who, message, id);
  }

  FakeInteraction pressId(Someone who, FakeMessage message, String id) {
    var data = JsonNodeFactory.instance.objectNode();
    data.put("custom_id", id).put("component_type", 2);
    var room = java.util.Objects.requireNonNull(rooms.get(message.channel));
    var pressed = interaction(who, room, 3, data);
    pressed.json().set("message", message.json(true));
    pressed.interaction().source = message;
    return send(pressed);
  }

  FakeInteraction submit(FakeInteraction asked, Map<String, String> values) {
    var modal = asked.modal;
    if (modal == null) {
      throw new AssertionError("no form was shown; instead: " + asked.read());
    }
    var data = JsonNodeFactory.instance.objectNode();
    data.put("custom_id", modal.path("custom_id").asText());
    var components = data.putArray("components");
    for (var top : modal.path("components")) {
      if (top.path("type").asInt() == 18) {
        var field = top.path("component");
        var key = field.path("custom_id").asText();
        var label = components.addObject().put("type", 18).put("id", components.size());
        var value =
            label.putObject("component").put("custom_id", key).put("id", 50 + components.size());
        value.put("type", field.path("type").asInt());
        if (field.path("type").asInt() == 4) {
          value.put("value", values.getOrDefault(key, field.path("value").asText("")));
        } else {
          var chosen = value.putArray("values");
          if (values.containsKey(key)) {
            chosen.add(values.get(key));
          }
        }
      }
    }
    return interact(asked.by, asked.room, 5, data);
  }

  private record Pending(FakeInteraction interaction, ObjectNode json) {}

  private FakeInteraction interact(Someone who, FakeRoom room, int type, ObjectNode data) {
    return send(interaction(who, room, type, data));
  }

  private FakeInteraction send(Pending pending) {
    dispatch("INTERACTION_CREATE", pending.json());
    return pending.interaction();
  }

  private Pending interaction(Someone who, FakeRoom room, int type, ObjectNode data) {
    var interaction = new FakeInteraction(snowflake(), who, room);
    interactions.put(interaction.token, interaction);
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", String.valueOf(interaction.id)).put("application_id", BOT.id());
    json.put("type", type).put("token", interaction.token).put("version", 1);
    json.put("locale", who.locale()).put("guild_locale", "en-US");
    json.put("app_permissions", appPermissions(room));
    var owners = json.putObject("authorizing_integration_owners");
    if (!isMember(room)) {
      owners.put("1", who.id());
    }
    json.put("context", context(room));
    json.put("channel_id", String.valueOf(room.id))
        .set("channel", room.json().put("permissions", who.permissions()));
    json.set("data", data);
    if (room.kind.isPrivate()) {
      json.set("user", who.user());
    } else {
      json.put("guild_id", String.valueOf(room.guild));
      var guild = json.putObject("guild").put("id", String.valueOf(room.guild));
      guild.put("locale", "en-US").putArray("features");
      var member = who.member(room.guild);
      member.set("user", who.user());
      json.set("member", member);
    }
    return new Pending(interaction, json);
  }

  private static int context(FakeRoom room) {
    return switch (room.kind) {
      case DIRECT -> 1;
      case GROUP -> 2;
      case TEXT, THREAD, PRIVATE_THREAD, FORUM, MEDIA -> 0;
    };
  }

  /** Whether the bot is in the room, and not only somebody who brought it along. */
  boolean isMember(FakeRoom room) {
    return switch (room.kind) {
      case DIRECT -> true;
      case GROUP -> false;
      case TEXT, THREAD, PRIVATE_THREAD, FORUM, MEDIA ->
          guilds.stream().anyMatch(guild -> guild.id() == room.guild)
              && !kickedFrom.contains(room.guild);
    };
  }

  private static String appPermissions(FakeRoom room) {
    long all = 563_259_191_446_528L;
    if (room.missing.contains("CREATE_PUBLIC_THREADS")) {
      all &= ~(1L << 35);
    }
    if (room.missing.contains("SEND_MESSAGES")) {
      all &= ~(1L << 11);
    }
    return String.valueOf(all);
  }

  void dispatch(String type, ObjectNode data) {
    gateway.dispatch(type, data);
    tick();
  }

  // --- waiting

  /** Waits until something is so. */
  void await(String what, BooleanSupplier holds) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    synchronized (changed) {
      while (!holds.getAsBoolean()) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          throw new AssertionError("never came: " + what + "\n" + readAll() + "\n" + complaints);
        }
        changed.wait(Math.min(left, 20));
      }
    }
  }

  void tick() {
    synchronized (changed) {
      changed.notifyAll();
    }
  }

  String readAll() {
    var texts = new ArrayList<String>();
    rooms.values().stream()
        .sorted(Comparator.comparingLong(room -> room.id))
        .filter(room -> !room.messages.isEmpty())
        .forEach(room -> texts.add("=== " + room.name + "\n" + room.read()));
    return String.join("\n\n", texts);
  }

  // --- what goes wrong

  void fail(String where, int times, Kind kind, int status, int code) {
    faults.add(new Fault(Pattern.compile(where), new AtomicLong(times), kind, status, code));
  }

  private @Nullable Fault faultAt(String line) {
    for (var fault : faults) {
      if (fault.where().matcher(line).find() && fault.times().getAndDecrement() > 0) {
        return fault;
      }
    }
    return null;
  }

  // --- the wire

  private MockResponse answer(RecordedRequest request) {
    var path = request.getUrl().encodedPath();
    if (path.startsWith("/gateway")) {
      return new MockResponse.Builder().webSocketUpgrade(gateway.connection()).build();
    }
    var line = request.getMethod() + " " + path.replace("/api/v10", "");
    requests.add(line);
    try {
      return answer(request, line);
    } finally {
      tick();
    }
  }

  private MockResponse answer(RecordedRequest request, String line) {
    boolean byToken = line.contains("/webhooks/") || line.contains("/interactions/");
    if (!byToken && !("Bot " + token).equals(request.getHeaders().get("Authorization"))) {
      return FakeRest.error(401, 0, "401: Unauthorized");
    }
    var fault = faultAt(line);
    if (fault != null && fault.kind() != Kind.ANSWER_LOST) {
      return FakeRest.fault(fault);
    }
    var permit = rates.take(line);
    if (!permit.granted()) {
      limited.incrementAndGet();
      return permit.onto(FakeRest.limited(permit.afterSeconds()));
    }
    var answer = new FakeRest(this, request, line).answer();
    return fault == null
        ? permit.onto(answer)
        : FakeRest.error(fault.status(), fault.code(), "lost");
  }

  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text.isEmpty() ? "{}" : text);
    } catch (IOException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  Set<String> guildIds() {
    var ids = new HashSet<String>();
    guilds.forEach(guild -> ids.add(String.valueOf(guild.id())));
    return ids;
  }

  @Override
  public void close() {
    server.close();
  }
}
