package dev.roundtable.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.discord.FakeDiscord.Someone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;

/** One request to the REST side, answered as Discord would. */
final class FakeRest {
  private static final Pattern PART =
      Pattern.compile("name=\"([^\"]+)\"(?:; filename=\"([^\"]+)\")?");

  private static final int EPHEMERAL = 64;

  private final FakeDiscord discord;
  private final RecordedRequest request;
  private final String line;
  private final Map<String, String> files = new LinkedHashMap<>();
  private ObjectNode body = JsonNodeFactory.instance.objectNode();

  FakeRest(FakeDiscord discord, RecordedRequest request, String line) {
    this.discord = discord;
    this.request = request;
    this.line = line;
  }

  MockResponse answer() {
    read();
    for (var route : ROUTES) {
      var matched = route.pattern().matcher(line);
      if (matched.matches()) {
        return route.handler().answer(this, matched);
      }
    }
    discord.complaints.add("no such route: " + line);
    return error(404, 0, "404: Not Found");
  }

  private void read() {
    var bytes = request.getBody();
    var text = bytes == null ? "" : bytes.utf8();
    var type = request.getHeaders().get("Content-Type");
    if (type != null && type.startsWith("multipart/")) {
      parts(text, type.substring(type.indexOf("boundary=") + "boundary=".length()));
    } else if (FakeDiscord.parse(text) instanceof ObjectNode object) {
      body = object;
    }
  }

  private void parts(String text, String boundary) {
    for (var part : text.split(Pattern.quote("--" + boundary), -1)) {
      int gap = part.indexOf("\r\n\r\n");
      var named = PART.matcher(part);
      if (gap > 0 && named.find()) {
        var content = part.substring(gap + 4).replaceAll("\\r\\n$", "");
        if (named.group(1).equals("payload_json")) {
          body = (ObjectNode) FakeDiscord.parse(content);
        } else {
          files.put(String.valueOf(named.group(2)), content);
        }
      }
    }
  }

  private record Route(Pattern pattern, Handler handler) {}

  private interface Handler {
    MockResponse answer(FakeRest rest, Matcher path);
  }

  private static final List<Route> ROUTES = new ArrayList<>();

  private static void route(String pattern, Handler handler) {
    ROUTES.add(new Route(Pattern.compile(pattern), handler));
  }

  static {
    route("GET /gateway/bot", (rest, _) -> rest.gateway());
    route("GET /users/@me", (_, _) -> ok(FakeDiscord.BOT.user()));
    route("GET /applications/@me", (rest, _) -> rest.application());
    route("PUT /applications/\\d+/commands", (rest, _) -> rest.commands());
    route("POST /interactions/(\\d+)/([^/]+)/callback", FakeRest::callback);
    route("PATCH /webhooks/\\d+/([^/]+)/messages/@original", FakeRest::editOriginal);
    route("PATCH /webhooks/\\d+/([^/]+)/messages/(\\d+)", FakeRest::editShown);
    route("GET /webhooks/\\d+/([^/]+)/messages/@original", FakeRest::readOriginal);
    route("DELETE /webhooks/\\d+/([^/]+)/messages/@original", FakeRest::deleteOriginal);
    route("POST /webhooks/\\d+/([^/]+)", FakeRest::followUp);
    route("POST /channels/(\\d+)/messages", (rest, path) -> rest.in(path, rest::create));
    route("GET /channels/(\\d+)/messages", (rest, path) -> rest.in(path, rest::history));
    route("PATCH /channels/(\\d+)/messages/(\\d+)", FakeRest::edit);
    route("DELETE /channels/(\\d+)/messages/(\\d+)", FakeRest::delete);
    route("POST /channels/(\\d+)/messages/(\\d+)/threads", FakeRest::thread);
    route("POST /channels/(\\d+)/threads", (rest, path) -> rest.in(path, rest::forumPost));
    route("GET /channels/(\\d+)/messages/(\\d+)", FakeRest::read);
    route("GET /channels/(\\d+)", (rest, path) -> rest.in(path, room -> ok(room.json())));
    route("PATCH /channels/(\\d+)", (rest, path) -> rest.in(path, rest::change));
    route("GET /guilds/(\\d+)/threads/active", FakeRest::threads);
    route("PUT /channels/(\\d+)/messages/(\\d+)/reactions/([^/]+)/@me", FakeRest::react);
    route("GET /guilds/(\\d+)/members/(\\d+)", FakeRest::member);
  }

  // --- answers

  static MockResponse ok(JsonNode json) {
    return answer(200, json.toString());
  }

  private static MockResponse empty() {
    return answer(204, "");
  }

  private static MockResponse answer(int status, String text) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Via", "1.1 google")
        .addHeader("Content-Type", "application/json")
        .body(text)
        .build();
  }

  static MockResponse error(int status, int code, String message) {
    var json = JsonNodeFactory.instance.objectNode();
    return answer(status, json.put("code", code).put("message", message).toString());
  }

  static MockResponse limited(double afterSeconds) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("message", "You are being rate limited.").put("retry_after", afterSeconds);
    return answer(429, json.put("global", false).toString())
        .newBuilder()
        .addHeader("Retry-After", (long) Math.ceil(afterSeconds))
        .build();
  }

  static MockResponse fault(FakeDiscord.Fault fault) {
    return switch (fault.kind()) {
      case REFUSED, ANSWER_LOST -> error(fault.status(), fault.code(), "made to fail");
      case LIMITED -> limited(1);
      case CUT ->
          new MockResponse.Builder()
              .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
              .build();
      case HELD -> new MockResponse.Builder().headersDelay(60, TimeUnit.SECONDS).code(204).build();
    };
  }

  private MockResponse refuse(List<String> problems) {
    problems.forEach(problem -> discord.complaints.add(line + ": " + problem));
    return error(400, 50035, "Invalid Form Body: " + problems);
  }

  // --- the application

  private MockResponse gateway() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("url", discord.gateway.url).put("shards", 1);
    json.putObject("session_start_limit")
        .put("total", 1000)
        .put("remaining", 999)
        .put("reset_after", 14_400_000)
        .put("max_concurrency", 16);
    return ok(json);
  }

  private MockResponse application() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", FakeDiscord.BOT.id()).put("name", "Roundtable");
    json.put("flags", discord.applicationFlags).put("bot_public", discord.applicationPublic);
    return ok(json);
  }

  private MockResponse commands() {
    var list = FakeDiscord.parse(request.getBody() == null ? "[]" : request.getBody().utf8());
    var problems = BodyCheck.commands(list);
    if (!problems.isEmpty()) {
      return refuse(problems);
    }
    discord.registered.add(list);
    return ok(JsonNodeFactory.instance.arrayNode());
  }

  // --- interactions

  private MockResponse callback(Matcher path) {
    var interaction = discord.interactions.get(path.group(2));
    if (interaction == null || interaction.late() || interaction.expired) {
      discord.complaints.add("answered too late: " + line);
      return error(404, 10062, "Unknown interaction");
    }
    if (interaction.acknowledged) {
      discord.complaints.add("answered twice: " + line);
      return error(400, 40060, "Interaction has already been acknowledged.");
    }
    interaction.acknowledged = true;
    interaction.acknowledgedAfter.complete(System.nanoTime() - interaction.startedNanos);
    var data = body.path("data");
    switch (body.path("type").asInt()) {
      case 4 -> {
        var problems = BodyCheck.message(data, files.keySet(), false);
        if (!problems.isEmpty()) {
          return refuse(problems);
        }
        answered(interaction, (ObjectNode) data);
      }
      case 5 -> {
        interaction.deferred = true;
        interaction.open = (data.path("flags").asInt() & 64) == 0;
      }
      case 6 -> {}
      case 8 -> interaction.choices = data.path("choices");
      case 9 -> {
        var problems = BodyCheck.modal(data);
        if (!problems.isEmpty()) {
          return refuse(problems);
        }
        interaction.modal = (ObjectNode) data;
      }
      default -> discord.complaints.add("callback of type " + body.path("type"));
    }
    var json = JsonNodeFactory.instance.objectNode();
    json.putObject("interaction")
        .put("id", String.valueOf(interaction.id))
        .put("type", body.path("type").asInt());
    return ok(json);
  }

  private FakeMessage answered(FakeInteraction interaction, ObjectNode data) {
    var message = new FakeMessage(discord.snowflake(), interaction.room.id, FakeDiscord.BOT, data);
    message.interactionResponse = true;
    message.files = Map.copyOf(files);
    if (interaction.deferred && !interaction.open) {
      message.body.put("flags", message.body.path("flags").asInt() | EPHEMERAL);
    }
    interaction.answers.add(message);
    if ((data.path("flags").asInt() & 64) == 0 && !interaction.deferred) {
      discord.complaints.add("said to everybody: " + data);
    }
    return message;
  }

  private MockResponse editOriginal(Matcher path) {
    return withHook(
        path,
        interaction -> {
          var source = interaction.source;
          if (interaction.open) {
            return show(interaction);
          }
          if (!interaction.deferred && source != null) {
            change(source);
            interaction.answers.add(source);
            return ok(source.json(true));
          }
          if (interaction.answers.isEmpty()) {
            return ok(answered(interaction, body).json(true));
          }
          var message = interaction.answers.getFirst();
          change(message);
          return ok(message.json(true));
        });
  }

  private void change(FakeMessage message) {
    message.edit(body, Map.copyOf(files));
    discord.edits.add(new FakeDiscord.Edit(discord.clock.instant(), line, message, message.read()));
  }

  // What everybody sees of an answer stands in the room like any message.
  private MockResponse show(FakeInteraction interaction) {
    if (interaction.withdrawn) {
      return error(404, 10008, "Unknown Message");
    }
    if (!interaction.shown.isEmpty()) {
      change(interaction.shown.getFirst());
      return ok(interaction.shown.getFirst().json(true));
    }
    return ok(shown(interaction).json(true));
  }

  private FakeMessage shown(FakeInteraction interaction) {
    synchronized (interaction.room) {
      var message = add(interaction.room, discord.snowflake(), body);
      message.interactionResponse = true;
      interaction.shown.add(message);
      return message;
    }
  }

  private MockResponse readOriginal(Matcher path) {
    return withHook(
        path,
        interaction ->
            interaction.shown.isEmpty()
                ? error(404, 10008, "Unknown Message")
                : ok(interaction.shown.getFirst().json(true)));
  }

  private MockResponse editShown(Matcher path) {
    long id = Long.parseLong(path.group(2));
    return withHook(
        path,
        interaction -> {
          for (var message : interaction.shown) {
            if (message.id == id && interaction.room.messages.contains(message)) {
              change(message);
              return ok(message.json(true));
            }
          }
          return error(404, 10008, "Unknown Message");
        });
  }

  private MockResponse deleteOriginal(Matcher path) {
    var interaction = discord.interactions.get(path.group(1));
    if (interaction == null || interaction.expired) {
      return error(401, 50027, "Invalid Webhook Token");
    }
    interaction.withdrawn = true;
    return empty();
  }

  private MockResponse followUp(Matcher path) {
    return withHook(
        path,
        interaction -> {
          if (interaction.thinks()) {
            discord.complaints.add("takes the place of “thinking”: " + body);
          }
          if ((body.path("flags").asInt() & 64) != 0) {
            return ok(answered(interaction, body).json(true));
          }
          if (discord.isMember(interaction.room)) {
            discord.complaints.add("said to everybody: " + body);
          }
          return interaction.shown.size() >= 6
              ? error(400, 40094, "maximum number of follow up messages")
              : ok(shown(interaction).json(true));
        });
  }

  private interface OnHook {
    MockResponse answer(FakeInteraction interaction);
  }

  private MockResponse withHook(Matcher path, OnHook action) {
    var interaction = discord.interactions.get(path.group(1));
    if (interaction == null || interaction.expired) {
      return error(401, 50027, "Invalid Webhook Token");
    }
    var problems = BodyCheck.message(body, files.keySet(), false);
    return problems.isEmpty() ? action.answer(interaction) : refuse(problems);
  }

  // --- channels

  private interface InRoom {
    MockResponse answer(FakeRoom room);
  }

  private MockResponse in(Matcher path, InRoom action) {
    var room = discord.rooms.get(Long.parseLong(path.group(1)));
    if (room == null) {
      return error(404, 10003, "Unknown Channel");
    }
    if (!discord.isMember(room) || room.missing.contains("VIEW_CHANNEL")) {
      return error(403, 50001, "Missing Access");
    }
    synchronized (room) {
      return action.answer(room);
    }
  }

  private @Nullable MockResponse forbidden(FakeRoom room, String permission) {
    return room.missing.contains(permission) ? error(403, 50013, "Missing Permissions") : null;
  }

  private MockResponse create(FakeRoom room) {
    if (room.kind.holdsPosts()) {
      return error(400, 40058, "Cannot send a message in a forum channel");
    }
    var needed = room.parent == null ? "SEND_MESSAGES" : "SEND_MESSAGES_IN_THREADS";
    var no = forbidden(room, needed);
    if (no != null) {
      return no;
    }
    if (room.locked) {
      return error(400, 160005, "Thread is locked");
    }
    boolean above = room.parent != null && room.parent.missing.contains("ATTACH_FILES");
    if (!files.isEmpty() && (above || room.missing.contains("ATTACH_FILES"))) {
      return error(403, 50013, "Missing Permissions");
    }
    var problems = BodyCheck.message(body, files.keySet(), true);
    if (!problems.isEmpty()) {
      return refuse(problems);
    }
    if (discord.componentsRefused && (body.path("flags").asInt() & (1 << 15)) != 0) {
      return error(400, 50035, "Invalid Form Body");
    }
    room.archived = false;
    for (var message : room.messages) {
      if (!discord.noncesForgotten
          && body.path("enforce_nonce").asBoolean()
          && body.path("nonce").asText("").equals(message.nonce)) {
        return ok(withNonce(message));
      }
    }
    return ok(withNonce(add(room, discord.snowflake(), body)));
  }

  private FakeMessage add(FakeRoom room, long id, ObjectNode content) {
    var message = new FakeMessage(id, room.id, FakeDiscord.BOT, content);
    message.files = Map.copyOf(files);
    room.messages.add(message);
    var json = message.json(true);
    if (!room.kind.isPrivate()) {
      json.put("guild_id", String.valueOf(room.guild));
    }
    if (discord.isMember(room)) {
      discord.dispatch("MESSAGE_CREATE", json);
    }
    return message;
  }

  private static ObjectNode withNonce(FakeMessage message) {
    return message.json(true).put("nonce", message.nonce);
  }

  private MockResponse history(FakeRoom room) {
    if (room.kind.holdsPosts()) {
      return error(400, 50024, "Cannot execute action on this channel type");
    }
    var no = forbidden(room, "READ_MESSAGE_HISTORY");
    if (no != null) {
      return no;
    }
    var url = request.getUrl();
    var after = url.queryParameter("after");
    var limit = url.queryParameter("limit");
    long from = after == null ? 0 : Long.parseLong(after);
    int most = limit == null ? 50 : Integer.parseInt(limit);
    var found =
        new ArrayList<>(room.messages.stream().filter(message -> message.id > from).toList());
    // The oldest behind that id, but latest first.
    var page =
        after == null
            ? found.subList(Math.max(0, found.size() - most), found.size())
            : found.subList(0, Math.min(most, found.size()));
    var json = JsonNodeFactory.instance.arrayNode();
    page.reversed()
        .forEach(message ->
            json.add(message.json(discord.gateway.isReadable() || message.author.bot())));
    return ok(json);
  }

  private @Nullable FakeMessage find(FakeRoom room, Matcher path) {
    long id = Long.parseLong(path.group(2));
    return room.messages.stream().filter(message -> message.id == id).findFirst().orElse(null);
  }

  private MockResponse edit(Matcher path) {
    return in(
        path,
        room -> {
          var message = find(room, path);
          if (message == null) {
            return error(404, 10008, "Unknown Message");
          }
          if (room.archived) {
            return error(400, 50083, "Thread is archived");
          }
          var merged = message.body.deepCopy();
          merged.setAll(body);
          var names = new java.util.HashSet<>(files.keySet());
          if (!body.has("attachments")) {
            names.addAll(message.files.keySet());
          }
          int before = message.body.path("flags").asInt();
          boolean second = (before & (1 << 15)) != 0;
          if (second && (merged.path("flags").asInt() & (1 << 15)) == 0) {
            return refuse(List.of("components V2 cannot be taken back"));
          }
          var problems = BodyCheck.message(merged, names, false);
          if (!problems.isEmpty()) {
            return refuse(problems);
          }
          if (discord.componentsRefused && (merged.path("flags").asInt() & (1 << 15)) != 0) {
            return error(400, 50035, "Invalid Form Body");
          }
          change(message);
          return ok(message.json(true));
        });
  }

  private MockResponse delete(Matcher path) {
    return in(
        path,
        room -> {
          var message = find(room, path);
          if (message == null) {
            return error(404, 10008, "Unknown Message");
          }
          room.messages.remove(message);
          discord.tellDeleted(message.id, room);
          return empty();
        });
  }

  private MockResponse react(Matcher path) {
    return in(
        path,
        room -> {
          var message = find(room, path);
          if (message == null) {
            return error(404, 10008, "Unknown Message");
          }
          message.reactions.add(
              java.net.URLDecoder.decode(path.group(3), java.nio.charset.StandardCharsets.UTF_8));
          return empty();
        });
  }

  // --- threads

  private MockResponse thread(Matcher path) {
    return in(
        path,
        room -> {
          var no = forbidden(room, "CREATE_PUBLIC_THREADS");
          if (no != null) {
            return no;
          }
          var message = find(room, path);
          if (message == null) {
            return error(404, 10008, "Unknown Message");
          }
          if (room.parent != null || room.kind.isPrivate()) {
            return error(400, 50024, "Cannot execute action on this channel type");
          }
          if (discord.rooms.containsKey(message.id)) {
            return error(400, 160004, "A thread has already been created for this message");
          }
          return ok(newThread(room, message.id).json());
        });
  }

  private FakeRoom newThread(FakeRoom room, long id) {
    var name = body.path("name").asText("");
    if (name.isBlank() || name.length() > 100) {
      discord.complaints.add("thread name of " + name.length());
    }
    var kind = FakeRoom.Kind.THREAD;
    var thread = discord.room(new FakeRoom(id, kind, room.guild, room, name));
    discord.dispatch("THREAD_CREATE", thread.json().put("newly_created", true));
    return thread;
  }

  private MockResponse forumPost(FakeRoom room) {
    if (!room.kind.holdsPosts()) {
      return error(400, 50024, "Cannot execute action on this channel type");
    }
    var no = forbidden(room, "SEND_MESSAGES");
    if (no != null) {
      return no;
    }
    var content = (ObjectNode) body.path("message");
    var problems = BodyCheck.message(content, files.keySet(), true);
    if (content.has("nonce")) {
      problems.add("a post takes no nonce");
    }
    if (!problems.isEmpty()) {
      return refuse(problems);
    }
    if (discord.componentsRefused && (content.path("flags").asInt() & (1 << 15)) != 0) {
      return error(400, 50035, "Invalid Form Body");
    }
    var tags = new ArrayList<String>();
    body.path("applied_tags").forEach(tag -> tags.add(tag.asText()));
    if (tags.isEmpty() && !room.tags.isEmpty()) {
      return error(400, 40067, "A tag is required to create a forum post in this channel");
    }
    if (room.tags.stream().anyMatch(tag -> tag.moderated() && tags.contains(tag.id()))) {
      return error(403, 50013, "Missing Permissions");
    }
    long id = discord.snowflake();
    var thread = newThread(room, id);
    thread.applied.addAll(tags);
    var message = add(thread, id, content);
    var json = thread.json();
    json.set("message", message.json(true));
    return ok(json);
  }

  private MockResponse read(Matcher path) {
    return in(
        path,
        room -> {
          var message = find(room, path);
          return message == null ? error(404, 10008, "Unknown Message") : ok(message.json(true));
        });
  }

  private MockResponse threads(Matcher path) {
    var json = JsonNodeFactory.instance.objectNode();
    var threads = json.putArray("threads");
    long guild = Long.parseLong(path.group(1));
    discord.rooms.values().stream()
        .filter(room -> room.guild == guild && room.parent != null && !room.archived)
        .forEach(room -> threads.add(room.json()));
    json.putArray("members");
    return ok(json);
  }

  private MockResponse change(FakeRoom room) {
    if (room.locked) {
      return error(403, 50013, "Missing Permissions");
    }
    boolean opened = body.path("archived").isBoolean() && !body.path("archived").asBoolean();
    if (room.archived && !opened) {
      return error(400, 50083, "Thread is archived");
    }
    room.archived = body.path("archived").asBoolean(room.archived);
    room.name = body.path("name").asText(room.name);
    return ok(room.json());
  }

  private MockResponse member(Matcher path) {
    var members = discord.members.getOrDefault(Long.parseLong(path.group(1)), java.util.Set.of());
    if (!members.contains(path.group(2))) {
      return error(404, 10007, "Unknown Member");
    }
    var member = new Someone(path.group(2), "somebody", false).member();
    member.set("user", new Someone(path.group(2), "somebody", false).user());
    return ok(member);
  }
}
