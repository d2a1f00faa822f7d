package dev.roundtable.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The methods of Slack's Web API that the bot may call; any other is unknown. */
final class FakeWebApi implements AutoCloseable {
  /** Something that goes wrong with a call. */
  sealed interface Fault {
    /** An answer of that status, before anything is done. */
    record Status(int code, String body) implements Fault {}

    /** Done, and then an answer of that status. */
    record DoneThenStatus(int code) implements Fault {}

    /** The connection breaks before anything is done. */
    record HangUp() implements Fault {}

    /** Done, and then the connection breaks. */
    record DoneThenHangUp() implements Fault {}

    /** No answer ever. */
    record Silence() implements Fault {}

    /** Slack says no, with that word. */
    record Refused(String error) implements Fault {}

    /** Too many calls. */
    record Limited(int seconds) implements Fault {}
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_TEXT = 40_000;
  private static final int MOST_TEXT_OF_UPDATE = 4_000;
  // A platform does not turn anybody away because fifty came at once.
  private static final int BACKLOG = 4_096;
  private static final int MOST_BLOCK_CHARACTERS = 13_200;
  private static final Map<String, List<String>> NEEDS =
      Map.of(
          "chat.postMessage", List.of("chat:write"),
          "chat.update", List.of("chat:write"),
          "chat.delete", List.of("chat:write"),
          "chat.postEphemeral", List.of("chat:write"),
          "conversations.history", List.of("channels:history"),
          "conversations.replies", List.of("channels:history"),
          "conversations.open", List.of("im:write"),
          "reactions.add", List.of("reactions:write"),
          "users.info", List.of("users:read"));
  private static final Map<String, String> NEEDS_TOO =
      Map.of(
          "agents.sessions.setStatus", "assistant:write",
          "files.getUploadURLExternal", "files:write",
          "files.completeUploadExternal", "files:write",
          "files.delete", "files:write",
          "usergroups.list", "usergroups:read");

  private record ResponseUrl(String channel, String user, Instant at, AtomicInteger left) {}

  private final FakeSlack slack;
  private final HttpServer server;
  private int uploads;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();
  private final Map<String, ResponseUrl> responseUrls = new ConcurrentHashMap<>();

  FakeWebApi(FakeSlack slack) throws IOException {
    this.slack = slack;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    server.createContext("/api/", this::api);
    server.createContext("/response/", this::response);
    server.createContext("/upload/", this::upload);
    server.setExecutor(threads);
    server.start();
  }

  URI address() {
    return URI.create(base() + "/api/");
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void next(String method, Fault... wrong) {
    faults.computeIfAbsent(method, _ -> new ArrayDeque<>()).addAll(Arrays.asList(wrong));
  }

  String responseUrl(String channel, String user) {
    var id = "r" + responseUrls.size();
    responseUrls.put(
        id, new ResponseUrl(channel, user, slack.clock.instant(), new AtomicInteger(5)));
    return base() + "/response/" + id;
  }

  // Five times within half an hour.
  private void response(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var url = responseUrls.get(path.substring(path.lastIndexOf('/') + 1));
    var body = JSON.readTree(exchange.getRequestBody());
    var until = url == null ? Instant.MIN : url.at().plus(Duration.ofMinutes(30));
    if (url == null || until.isBefore(slack.clock.instant()) || url.left().getAndDecrement() <= 0) {
      answer(exchange, 404, "expired_url");
      return;
    }
    var blocks = body.path("blocks").isArray() ? body.path("blocks") : JSON.createArrayNode();
    var problems = BlockCheck.ofMessage(blocks, slack.richBlocks);
    if (BlockCheck.characters(blocks) > MOST_BLOCK_CHARACTERS) {
      problems.add("msg_blocks_too_long");
    }
    if (!problems.isEmpty()) {
      slack.refused.add("response_url: " + problems);
      answer(exchange, 500, "invalid_blocks");
      return;
    }
    synchronized (slack) {
      if (body.path("delete_original").asBoolean()) {
        slack.asides.removeIf(
            a -> a.user().equals(url.user()) && a.channel().equals(url.channel()));
      } else {
        var text = body.path("text").asText();
        // Below the channel's last message, wherever the button stood.
        slack.asides.add(
            new FakeSlack.Aside(url.channel(), null, url.user(), text, body.path("blocks")));
      }
      slack.changed();
    }
    answer(exchange, 200, "ok");
  }

  private void api(HttpExchange exchange) throws IOException {
    var method = exchange.getRequestURI().getPath().substring("/api/".length());
    var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    var token =
        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
    synchronized (slack) {
      slack.calls.add(method);
    }
    var queue = faults.get(method);
    var fault = queue == null ? null : queue.poll();
    switch (fault) {
      case Fault.Status(var code, var body) -> answer(exchange, code, body);
      case Fault.HangUp() -> exchange.close();
      case Fault.Silence() -> slack.changed();
      case Fault.Refused(var error) -> answer(exchange, 200, no(error).toString());
      case Fault.Limited(var seconds) -> limited(exchange, method, Duration.ofSeconds(seconds));
      case Fault.DoneThenStatus(var code) -> {
        perform(method, form, token);
        answer(exchange, code, "later");
      }
      case Fault.DoneThenHangUp() -> {
        perform(method, form, token);
        exchange.close();
      }
      case null -> {
        var wait = slack.rates.take(method, form.getOrDefault("channel", ""));
        if (wait.isPresent()) {
          limited(exchange, method + " " + form.getOrDefault("channel", ""), wait.get());
        } else {
          answer(exchange, 200, perform(method, form, token).toString());
        }
      }
    }
  }

  private void limited(HttpExchange exchange, String what, Duration wait) throws IOException {
    synchronized (slack) {
      slack.limited.add(what);
    }
    var seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
    exchange.getResponseHeaders().set("Retry-After", Long.toString(seconds));
    answer(exchange, 429, no("ratelimited").toString());
  }

  private void answer(HttpExchange exchange, int code, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("x-oauth-scopes", String.join(",", slack.scopes));
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Map<String, String> form(String body) {
    var form = new HashMap<String, String>();
    for (var pair : body.split("&", -1)) {
      var parts = pair.split("=", 2);
      if (parts.length == 2) {
        form.put(decoded(parts[0]), decoded(parts[1]));
      }
    }
    return form;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static ObjectNode yes() {
    return JSON.createObjectNode().put("ok", true);
  }

  private static ObjectNode no(String error) {
    return JSON.createObjectNode().put("ok", false).put("error", error);
  }

  private JsonNode perform(String method, Map<String, String> form, String token) {
    synchronized (slack) {
      var answer = answer(method, form, token);
      if (!answer.path("ok").asBoolean()) {
        slack.refused.add(method + ": " + answer);
      }
      slack.changed();
      return answer;
    }
  }

  private JsonNode answer(String method, Map<String, String> form, String token) {
    var wanted = method.equals("apps.connections.open") ? FakeSlack.APP_TOKEN : FakeSlack.BOT_TOKEN;
    if (slack.revoked) {
      return no("token_revoked");
    }
    if (!token.equals("Bearer " + wanted)) {
      return no("invalid_auth");
    }
    var too = NEEDS_TOO.get(method);
    for (var scope : too == null ? NEEDS.getOrDefault(method, List.of()) : List.of(too)) {
      if (!slack.scopes.contains(scope)) {
        return no("missing_scope")
            .put("needed", scope)
            .put("provided", String.join(",", slack.scopes));
      }
    }
    return switch (method) {
      case "auth.test" ->
          yes()
              .put("team_id", FakeSlack.TEAM)
              .put("enterprise_id", slack.organisation)
              .put("team", "Acme")
              .put("user_id", FakeSlack.BOT)
              .put("user", "roundtable")
              .put("bot_id", "B1")
              .put("url", "https://acme.slack.com/");
      case "apps.connections.open" -> yes().put("url", slack.socket.address());
      case "chat.postMessage" -> post(form);
      case "chat.update" -> update(form);
      case "chat.delete" -> delete(form);
      case "chat.postEphemeral" -> aside(form);
      case "conversations.history" -> history(form);
      case "conversations.replies" -> replies(form);
      case "conversations.open" -> {
        var id = "D" + form.get("users");
        slack.channel(id).isDirect = true;
        var opened = yes();
        opened.putObject("channel").put("id", id);
        yield opened;
      }
      case "reactions.add" -> {
        slack.reactions.add(form.get("timestamp") + " " + form.get("name"));
        yield yes();
      }
      case "users.info" -> user(Objects.requireNonNull(form.get("user")));
      case "views.open" -> open(form);
      case "agents.sessions.setStatus" -> {
        var working = form.getOrDefault("status", "").equals("processing");
        slack.signs.add((working ? "at work" : "idle") + " " + form.get("thread_ts"));
        yield yes();
      }
      case "files.getUploadURLExternal" -> uploadUrl(form);
      case "files.completeUploadExternal" -> uploaded(form);
      case "files.delete" ->
          slack.files.remove(form.getOrDefault("file", "")) == null ? no("file_not_found") : yes();
      case "usergroups.list" -> userGroups();
      case "views.update" -> shown(form, "view_id");
      case "views.publish" -> publish(form);
      default -> no("unknown_method");
    };
  }

  private @Nullable JsonNode problemOf(String channel) {
    var place = slack.channels.get(channel);
    if (place == null || (place.isPrivate && !place.botIsIn)) {
      return no("channel_not_found");
    }
    if (place.archived) {
      return no("is_archived");
    }
    return !place.botIsIn && !slack.scopes.contains("chat:write.public")
        ? no("not_in_channel")
        : null;
  }

  private @Nullable JsonNode problemOf(JsonNode blocks) {
    if (blocks.isMissingNode()) {
      return null;
    }
    if (BlockCheck.characters(blocks) > MOST_BLOCK_CHARACTERS) {
      return no("msg_blocks_too_long");
    }
    var problems = BlockCheck.ofMessage(blocks, slack.richBlocks);
    for (var shown : blocks.findValues("slack_file")) {
      var file = slack.files.get(shown.path("id").asText());
      if (file == null || !file.done || file.unseen-- > 0) {
        problems.add("invalid slack file");
      }
    }
    if (problems.isEmpty()) {
      return null;
    }
    var invalid = no("invalid_blocks");
    var messages = invalid.putObject("response_metadata").putArray("messages");
    problems.forEach(problem -> messages.add("[ERROR] " + problem));
    return invalid;
  }

  private static JsonNode read(Map<String, String> form, String key) {
    var text = form.get(key);
    try {
      return text == null ? MissingNode.getInstance() : JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }

  private JsonNode post(Map<String, String> form) {
    var channel = form.getOrDefault("channel", "");
    var blocks = read(form, "blocks");
    var problem = problemOf(channel);
    problem = problem == null ? problemOf(blocks) : problem;
    if (problem != null) {
      return problem;
    }
    var text = form.getOrDefault("text", "");
    if (text.isEmpty()) {
      return no("no_text");
    }
    if (form.containsKey("username") && !slack.scopes.contains("chat:write.customize")) {
      return no("missing_scope").put("needed", "chat:write.customize");
    }
    var thread = form.get("thread_ts");
    if (thread != null && slack.find(channel, thread).isEmpty()) {
      return no("thread_not_found");
    }
    var said =
        new FakeMessage.Said(
            form.getOrDefault("username", ""),
            form.getOrDefault("icon_emoji", ""),
            Boolean.parseBoolean(form.get("reply_broadcast"))
                || "1".equals(form.get("reply_broadcast")),
            read(form, "metadata"),
            blocks);
    var ts = slack.ts();
    var cut = text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text;
    var message =
        new FakeMessage(channel, ts, thread, FakeSlack.BOT, cut, slack.clock.instant(), said);
    slack.messages.add(message);
    if (slack.echoes && slack.channel(channel).botIsIn) {
      var echo = slack.event("message", message).put("bot_id", "B1");
      threads.execute(() -> slack.event(echo));
    }
    var answer = yes().put("channel", channel).put("ts", ts);
    answer.set("message", written(message));
    return answer;
  }

  private ObjectNode written(FakeMessage message) {
    var node =
        JSON.createObjectNode()
            .put("type", "message")
            .put("user", message.user)
            .put("text", message.text)
            .put("ts", message.ts);
    if (message.thread != null) {
      node.put("thread_ts", message.thread);
    }
    var writer = slack.people.get(message.user);
    if (writer != null && writer.bot()) {
      node.put("bot_id", message.user.equals(FakeSlack.BOT) ? "B1" : "B" + message.user);
      node.set("blocks", message.blocks);
    }
    return node;
  }

  private JsonNode update(Map<String, String> form) {
    var channel = form.getOrDefault("channel", "");
    var blocks = read(form, "blocks");
    var problem = problemOf(channel);
    problem = problem == null ? problemOf(blocks) : problem;
    if (problem != null) {
      return problem;
    }
    var text = form.getOrDefault("text", "");
    if (text.length() > MOST_TEXT_OF_UPDATE) {
      return no("msg_too_long");
    }
    var found = slack.find(channel, form.getOrDefault("ts", ""));
    if (found.isEmpty()) {
      return no("message_not_found");
    }
    found.get().text = text;
    found.get().blocks = blocks;
    found.get().edits.add(slack.clock.instant());
    return yes().put("channel", channel).put("ts", found.get().ts);
  }

  private JsonNode delete(Map<String, String> form) {
    var found = slack.find(form.getOrDefault("channel", ""), form.getOrDefault("ts", ""));
    if (found.isEmpty()) {
      return no("message_not_found");
    }
    found.get().deleted = true;
    return yes();
  }

  private JsonNode aside(Map<String, String> form) {
    var channel = form.getOrDefault("channel", "");
    var blocks = read(form, "blocks");
    var problem = problemOf(channel);
    problem = problem == null ? problemOf(blocks) : problem;
    if (problem != null) {
      return problem;
    }
    if (!slack.channel(channel).botIsIn) {
      return no("not_in_channel");
    }
    slack.asides.add(
        new FakeSlack.Aside(
            channel,
            form.get("thread_ts"),
            form.getOrDefault("user", ""),
            form.getOrDefault("text", ""),
            blocks));
    return yes().put("message_ts", slack.ts());
  }

  private JsonNode history(Map<String, String> form) {
    return listed(form, message -> message.inChannel(), true);
  }

  private JsonNode replies(Map<String, String> form) {
    var root = form.getOrDefault("ts", "");
    if (slack.find(form.getOrDefault("channel", ""), root).isEmpty()) {
      return no("thread_not_found");
    }
    return listed(form, message -> message.inThread(root), false);
  }

  private JsonNode listed(Map<String, String> form, Predicate<FakeMessage> which, boolean newest) {
    var channel = form.getOrDefault("channel", "");
    var place = slack.channels.get(channel);
    if (place == null || (place.isPrivate && !place.botIsIn)) {
      return no("channel_not_found");
    }
    if (!place.botIsIn) {
      return no("not_in_channel");
    }
    var oldest = form.getOrDefault("oldest", "0");
    int limit = Integer.parseInt(form.getOrDefault("limit", "100"));
    var found =
        slack.messages.stream()
            .filter(m -> m.channel.equals(channel) && !m.deleted && which.test(m))
            .filter(m -> Double.parseDouble(m.ts) >= Double.parseDouble(oldest))
            .toList();
    var ordered = newest ? found.reversed() : found;
    int from = Integer.parseInt(form.getOrDefault("cursor", "0"));
    var page = ordered.stream().skip(from).limit(limit).toList();
    var answer = yes().put("has_more", ordered.size() > from + page.size());
    var messages = answer.putArray("messages");
    boolean metadata = List.of("true", "1").contains(form.get("include_all_metadata"));
    for (var message : page) {
      var node = written(message);
      if (metadata && !message.metadata.isMissingNode()) {
        node.set("metadata", message.metadata);
      }
      messages.add(node);
    }
    if (ordered.size() > from + page.size()) {
      answer
          .putObject("response_metadata")
          .put("next_cursor", Integer.toString(from + page.size()));
    }
    return answer;
  }

  private JsonNode user(String id) {
    var someone = slack.people.get(id);
    if (someone == null) {
      return no("user_not_found");
    }
    var answer = yes();
    var home = slack.elsewhere.get(id);
    var user = answer.putObject("user").put("id", id);
    user.put("team_id", home == null ? FakeSlack.TEAM : home.team());
    if (home != null && home.organisation() != null) {
      var membership = user.putObject("enterprise_user").put("enterprise_id", home.organisation());
      home.workspaces().forEach(membership.putArray("teams")::add);
    }
    user.put("name", someone.name().toLowerCase(Locale.ROOT));
    user.put("real_name", someone.name()).put("is_admin", someone.admin());
    user.put("is_restricted", someone.guest()).put("is_stranger", someone.stranger());
    user.put("is_bot", someone.bot()).put("locale", "en-US");
    user.putObject("profile").put("display_name", someone.name()).put("real_name", someone.name());
    return answer;
  }

  private JsonNode uploadUrl(Map<String, String> form) {
    var id = "F" + ++uploads;
    var length = Integer.parseInt(form.getOrDefault("length", "0"));
    slack.files.put(
        id, new FakeSlack.Upload(form.getOrDefault("filename", ""), form.get("alt_txt"), length));
    return yes().put("file_id", id).put("upload_url", base() + "/upload/" + id);
  }

  private void upload(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var content = exchange.getRequestBody().readAllBytes();
    synchronized (slack) {
      var file = slack.files.get(path.substring(path.lastIndexOf('/') + 1));
      if (file == null || file.length != content.length) {
        answer(exchange, 400, "bad upload");
        return;
      }
      file.content = content;
    }
    answer(exchange, 200, "OK");
  }

  private JsonNode uploaded(Map<String, String> form) {
    for (var details : read(form, "files")) {
      var file = slack.files.get(details.path("id").asText());
      if (file == null || file.content == null) {
        return no("file_not_found");
      }
      file.channel = form.get("channel_id");
      file.done = true;
      file.unseen = slack.slowFiles;
    }
    return yes();
  }

  private JsonNode userGroups() {
    var answer = yes();
    var groups = answer.putArray("usergroups");
    slack.userGroups.forEach((id, users) -> {
      var group = groups.addObject().put("id", id);
      users.forEach(group.putArray("users")::add);
    });
    return answer;
  }

  private JsonNode open(Map<String, String> form) {
    if (!slack.takeTrigger(form.getOrDefault("trigger_id", ""))) {
      return no("expired_trigger_id");
    }
    return shown(form, "none");
  }

  private JsonNode shown(Map<String, String> form, String idKey) {
    var view = (ObjectNode) read(form, "view");
    var problems = BlockCheck.ofView(view);
    if (!problems.isEmpty()) {
      var invalid = no("invalid_arguments");
      var messages = invalid.putObject("response_metadata").putArray("messages");
      problems.forEach(messages::add);
      return invalid;
    }
    view.put("id", form.getOrDefault(idKey, "V" + slack.views.size()));
    slack.views.add(view);
    var answer = yes();
    answer.set("view", view);
    return answer;
  }

  private JsonNode publish(Map<String, String> form) {
    var view = read(form, "view");
    var problems = BlockCheck.ofView(view);
    if (!problems.isEmpty()) {
      return no("invalid_arguments").put("detail", problems.toString());
    }
    slack.homes.put(form.getOrDefault("user_id", ""), view);
    return yes();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
