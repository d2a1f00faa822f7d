package dev.roundtable.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A Slack workspace in this process, as strict as the real one: Web API, Socket Mode, people. A
 * test does in it what people do, and reads its channels and threads as they do.
 */
final class FakeSlack implements AutoCloseable {
  static final String TEAM = "T1";
  static final String BOT = "UBOT";
  static final String BOT_TOKEN = "xoxb-fake";
  static final String APP_TOKEN = "xapp-fake";
  static final Set<String> SCOPES =
      Set.of(
          "app_mentions:read",
          "assistant:write",
          "channels:history",
          "chat:write",
          "chat:write.customize",
          "chat:write.public",
          "commands",
          "files:write",
          "groups:history",
          "im:history",
          "im:write",
          "reactions:write",
          "usergroups:read",
          "users:read");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A conversation and what holds there. */
  static final class Channel {
    boolean isPrivate;
    boolean isDirect;
    boolean botIsIn = true;
    boolean isGroup;
    boolean archived;

    String type() {
      return isDirect ? "im" : isGroup ? "mpim" : isPrivate ? "group" : "channel";
    }
  }

  /** Somebody in the workspace. */
  record Someone(String name, boolean admin, boolean guest, boolean stranger, boolean bot) {}

  /** A file that somebody brings. */
  static final class Upload {
    final String name;
    final @Nullable String alt;
    final int length;
    byte @Nullable [] content;
    @Nullable String channel;
    boolean done;
    int unseen;

    Upload(String name, @Nullable String alt, int length) {
      this.name = name;
      this.alt = alt;
      this.length = length;
    }
  }

  /** Said to one person alone. */
  record Aside(
      String channel, @Nullable String thread, String user, String text, JsonNode blocks) {}

  /**
   * Where a person is at home, if not in the bot's workspace alone.
   *
   * @param organisation null if the workspace belongs to none
   */
  record Home(String team, @Nullable String organisation, List<String> workspaces) {}

  final InstantSource clock;
  final FakeRates rates;
  final Map<String, Upload> files = new LinkedHashMap<>();
  final Map<String, List<String>> userGroups = new LinkedHashMap<>();
  final List<String> signs = new ArrayList<>();
  int slowFiles;
  final FakeSocket socket = new FakeSocket();
  FakeWire wire = socket;
  final Map<String, Channel> channels = new LinkedHashMap<>();
  final Map<String, Someone> people = new LinkedHashMap<>();
  final List<FakeMessage> messages = new ArrayList<>();
  final List<Aside> asides = new ArrayList<>();
  final List<JsonNode> views = new ArrayList<>();
  final Map<String, JsonNode> homes = new LinkedHashMap<>();
  final List<String> reactions = new ArrayList<>();
  final List<String> limited = new ArrayList<>();
  final List<String> refused = new ArrayList<>();
  final List<String> calls = new ArrayList<>();
  final Set<String> scopes = new HashSet<>(SCOPES);
  final Map<String, Home> elsewhere = new LinkedHashMap<>();

  /** The workspace that a channel comes from, which is a partner's if the partner shares it. */
  String origin = TEAM;

  /** The organisation of the bot's workspace, null if there is none. */
  @Nullable String organisation;

  /** Whether the app was installed for a whole organisation: then presses name no team. */
  boolean orgWide;

  boolean richBlocks = true;
  boolean revoked;
  boolean echoes;
  private final FakeWebApi api;
  private final Map<String, Instant> triggers = new LinkedHashMap<>();
  private int drawn;
  private long seq;

  FakeSlack(InstantSource clock) throws IOException {
    this.clock = clock;
    this.rates = new FakeRates(clock);
    this.api = new FakeWebApi(this);
    people.put(BOT, new Someone("roundtable", false, false, false, true));
  }

  SlackSettings settings() {
    return settings(false);
  }

  SlackSettings settings(boolean rich) {
    var socketMode = new SlackSettings.Socket(secret(APP_TOKEN));
    return new SlackSettings(secret(BOT_TOKEN), socketMode, api.address(), rich);
  }

  SlackSettings overHttp(boolean rich) {
    var http = new SlackSettings.Http(secret(FakeCaller.SIGNING_SECRET));
    return new SlackSettings(secret(BOT_TOKEN), http, api.address(), rich);
  }

  private static dev.roundtable.safety.Secret secret(String value) {
    return new dev.roundtable.safety.Secret() {
      @Override
      public Optional<String> read() {
        return Optional.of(value);
      }

      @Override
      public String origin() {
        return "a test";
      }
    };
  }

  URI address() {
    return api.address();
  }

  /** What becomes of the next calls of a method. */
  void next(String method, FakeWebApi.Fault... faults) {
    api.next(method, faults);
  }

  synchronized Channel channel(String id) {
    return channels.computeIfAbsent(id, _ -> new Channel());
  }

  void person(String id, String name) {
    people.put(id, new Someone(name, false, false, false, false));
  }

  void admin(String id, String name) {
    people.put(id, new Someone(name, true, false, false, false));
  }

  // ---- what people do

  /** A trigger that opens a view within three seconds. */
  synchronized String trigger() {
    var id = "trigger." + ++drawn;
    triggers.put(id, clock.instant());
    return id;
  }

  synchronized boolean takeTrigger(String id) {
    var at = triggers.remove(id);
    return at != null && !at.plusSeconds(3).isBefore(clock.instant());
  }

  synchronized void letTriggersExpire() {
    triggers.replaceAll((_, at) -> at.minusSeconds(60));
  }

  JsonNode command(String channel, String user, String text) {
    var payload =
        JSON.createObjectNode()
            .put("command", "/roundtable")
            .put("text", text)
            .put("team_id", TEAM)
            .put("channel_id", channel)
            .put("channel_name", nameOf(channel(channel)))
            .put("user_id", user)
            .put("user_name", name(user))
            .put("api_app_id", "A1")
            .put("trigger_id", trigger())
            .put("response_url", api.responseUrl(channel, user));
    return wire.deliver("slash_commands", payload);
  }

  // As Slack names what has no name that everybody may know.
  private static String nameOf(Channel place) {
    return switch (place.type()) {
      case "im" -> "directmessage";
      case "mpim" -> "mpdm-anna--ben--roundtable-1";
      case "group" -> "privategroup";
      default -> "general";
    };
  }

  /** Writes into a channel, or into a thread of it. */
  FakeMessage write(String channel, String user, String text, @Nullable String thread) {
    var message = add(channel, user, text, thread);
    deliverMessage(message);
    return message;
  }

  /** Writes and mentions the bot: Slack then sends two events, in either order. */
  FakeMessage mention(String channel, String user, String text, @Nullable String thread) {
    var message = add(channel, user, "<@" + BOT + "> " + text, thread);
    event(event("app_mention", message));
    if (channel(channel).botIsIn) {
      deliverMessage(message);
    }
    return message;
  }

  synchronized FakeMessage add(String channel, String user, String text, @Nullable String thread) {
    var message = new FakeMessage(channel, ts(), thread, user, text, clock.instant());
    messages.add(message);
    return message;
  }

  void deliverMessage(FakeMessage message) {
    if (channel(message.channel).botIsIn) {
      event(event("message", message));
    }
  }

  ObjectNode event(String type, FakeMessage message) {
    var place = channel(message.channel);
    var event =
        JSON.createObjectNode()
            .put("type", type)
            .put("user", message.user)
            .put("text", message.text)
            .put("ts", message.ts)
            .put("event_ts", message.ts)
            .put("channel", message.channel)
            .put("team", TEAM)
            .put("channel_type", place.type());
    if (message.thread != null) {
      event.put("thread_ts", message.thread);
    }
    return event;
  }

  JsonNode event(ObjectNode event) {
    String id;
    synchronized (this) {
      id = "Ev" + ++drawn;
    }
    var payload =
        JSON.createObjectNode()
            .put("type", "event_callback")
            .put("team_id", origin)
            .put("api_app_id", "A1")
            .put("event_id", id)
            .put("event_time", clock.instant().getEpochSecond());
    payload.set("event", event);
    var authorization =
        JSON.createObjectNode().put("team_id", TEAM).put("user_id", BOT).put("is_bot", true);
    payload.putArray("authorizations").add(authorization);
    return wire.deliver("events_api", payload);
  }

  /** Deletes a message as a person does; a parent with replies leaves a tombstone. */
  void delete(FakeMessage message) {
    boolean replied;
    synchronized (this) {
      message.deleted = true;
      replied =
          messages.stream()
              .anyMatch(m -> m != message && message.ts.equals(m.thread) && !m.deleted);
    }
    var previous = event("message", message);
    var event =
        JSON.createObjectNode()
            .put("type", "message")
            .put("hidden", true)
            .put("channel", message.channel)
            .put("channel_type", "channel")
            .put("ts", ts())
            .put("event_ts", ts());
    if (replied) {
      event.put("subtype", "message_changed");
      var tombstone = previous.deepCopy().put("subtype", "tombstone").put("hidden", true);
      event.set("message", tombstone.put("text", "This message was deleted."));
    } else {
      event.put("subtype", "message_deleted").put("deleted_ts", message.ts);
    }
    event.set("previous_message", previous);
    event(event);
  }

  /** Presses what has that label, wherever it stands under the message. */
  JsonNode press(FakeMessage message, String user, String label) {
    return press(message.channel, message.ts, message.thread, user, button(message.blocks, label));
  }

  /** Presses a button of what was said to somebody alone. */
  JsonNode press(Aside aside, String label) {
    return press(aside.channel(), ts(), null, aside.user(), button(aside.blocks(), label));
  }

  JsonNode button(JsonNode blocks, String label) {
    for (var action : blocks.findParents("action_id")) {
      if (action.path("text").path("text").asText().equals(label)) {
        return action;
      }
    }
    throw new AssertionError("no button " + label + " in " + blocks);
  }

  JsonNode press(String channel, String ts, @Nullable String thread, String user, JsonNode button) {
    return press(channel, ts, thread, user, button, ts());
  }

  JsonNode press(
      String channel,
      String ts,
      @Nullable String thread,
      String user,
      JsonNode button,
      String pressedAt) {
    var payload = interaction("block_actions", user);
    payload.put("response_url", api.responseUrl(channel, user));
    payload.putObject("channel").put("id", channel).put("name", nameOf(channel(channel)));
    var container = payload.putObject("container").put("type", "message");
    container.put("message_ts", ts).put("channel_id", channel);
    var message = payload.putObject("message").put("type", "message").put("ts", ts);
    message.put("bot_id", "B1");
    if (thread != null) {
      container.put("thread_ts", thread);
      message.put("thread_ts", thread);
    }
    var action = payload.putArray("actions").addObject();
    action.put("action_id", button.path("action_id").asText()).put("type", "button");
    action.put("block_id", "b").put("value", button.path("value").asText());
    action.put("action_ts", pressedAt);
    return wire.deliver("interactive", payload);
  }

  /** Presses a button of the last view that opened over the chat. */
  JsonNode pressInView(String user, String label) {
    var payload = interaction("block_actions", user);
    var open = lastView();
    payload.putObject("container").put("type", "view").put("view_id", open.path("id").asText());
    var view = payload.putObject("view").put("type", "modal").put("id", open.path("id").asText());
    view.put("private_metadata", open.path("private_metadata").asText()).put("team_id", TEAM);
    var action = payload.putArray("actions").addObject();
    action.put("action_id", button(open, label).path("action_id").asText()).put("type", "button");
    action.put("block_id", "b").put("action_ts", ts());
    return wire.deliver("interactive", payload);
  }

  /** Presses the Stop that Slack itself shows beside its sign that the bot is at work. */
  void stopAgent(FakeMessage card, String user) {
    var event = JSON.createObjectNode().put("type", "agent_session_stopped").put("user", user);
    event.put("channel", card.channel).put("thread_ts", card.ts).put("event_ts", ts());
    event(event);
  }

  JsonNode pressAtHome(String user, String label) {
    var payload = interaction("block_actions", user);
    payload.putObject("container").put("type", "view").put("view_id", "VHOME");
    var view = payload.putObject("view").put("type", "home").put("id", "VHOME");
    view.put("team_id", TEAM);
    var button = button(home(user), label);
    var action = payload.putArray("actions").addObject();
    action.put("action_id", button.path("action_id").asText()).put("type", "button");
    action.put("block_id", "b").put("action_ts", ts());
    return wire.deliver("interactive", payload);
  }

  JsonNode messageShortcut(FakeMessage message, String user) {
    return messageShortcut("rt_ask_message", message, user);
  }

  JsonNode messageShortcut(String callback, FakeMessage message, String user) {
    var payload = interaction("message_action", user);
    payload.put("callback_id", callback).put("message_ts", message.ts);
    payload.put("response_url", api.responseUrl(message.channel, user));
    payload.putObject("channel").put("id", message.channel).put("name", "general");
    var said = payload.putObject("message").put("type", "message").put("ts", message.ts);
    said.put("user", message.user).put("text", message.text);
    if (message.thread != null) {
      said.put("thread_ts", message.thread);
    }
    return wire.deliver("interactive", payload);
  }

  JsonNode globalShortcut(String user) {
    return wire.deliver("interactive", interaction("shortcut", user).put("callback_id", "rt_new"));
  }

  /** Fills the last view in; the values go by the action ids of its inputs. */
  JsonNode submit(JsonNode view, String user, Map<String, String> values) {
    var payload = interaction("view_submission", user);
    var sent = payload.putObject("view").put("id", view.path("id").asText()).put("type", "modal");
    sent.put("callback_id", view.path("callback_id").asText());
    sent.put("private_metadata", view.path("private_metadata").asText());
    sent.put("team_id", TEAM);
    var state = sent.putObject("state").putObject("values");
    for (var block : view.path("blocks")) {
      var element = block.path("element");
      if (!block.path("type").asText().equals("input")) {
        continue;
      }
      var id = element.path("action_id").asText();
      var type = element.path("type").asText();
      var value = state.putObject(block.path("block_id").asText()).putObject(id).put("type", type);
      fill(value, element, values.get(id));
    }
    return wire.deliver("interactive", payload);
  }

  private static void fill(ObjectNode value, JsonNode element, @Nullable String given) {
    switch (element.path("type").asText()) {
      case "static_select" -> {
        var chosen = given == null ? element.path("initial_option").path("value") : null;
        var text = chosen == null ? given : chosen.asText(null);
        if (text != null) {
          var option = value.putObject("selected_option").put("value", text);
          option.putObject("text").put("type", "plain_text").put("text", text);
        }
      }
      case "conversations_select" -> value.put("selected_conversation", given);
      default ->
          value.put("value", given == null ? element.path("initial_value").asText(null) : given);
    }
  }

  private ObjectNode interaction(String type, String user) {
    var payload = JSON.createObjectNode().put("type", type).put("trigger_id", trigger());
    payload.put("api_app_id", "A1").put("is_enterprise_install", orgWide);
    if (orgWide) {
      payload.putNull("team");
    } else {
      payload.putObject("team").put("id", TEAM).put("domain", "acme");
    }
    payload.putObject("user").put("id", user).put("username", name(user)).put("team_id", TEAM);
    return payload;
  }

  void openHome(String user) {
    var event = JSON.createObjectNode().put("type", "app_home_opened").put("user", user);
    event(event.put("channel", "D" + user).put("tab", "home").put("event_ts", ts()));
  }

  String name(String user) {
    var someone = people.get(user);
    return someone == null ? user : someone.name();
  }

  synchronized String ts() {
    return "%d.%06d".formatted(clock.instant().getEpochSecond(), ++seq);
  }

  // ---- what can be read

  synchronized List<FakeMessage> inChannel(String channel) {
    return messages.stream()
        .filter(m -> m.channel.equals(channel) && m.inChannel() && !m.deleted)
        .toList();
  }

  synchronized List<FakeMessage> inThread(FakeMessage parent) {
    return messages.stream()
        .filter(m -> m.channel.equals(parent.channel) && parent.ts.equals(m.thread) && !m.deleted)
        .toList();
  }

  synchronized List<FakeMessage> all(Predicate<FakeMessage> wanted) {
    return messages.stream().filter(wanted).toList();
  }

  synchronized Optional<FakeMessage> find(String channel, String ts) {
    return messages.stream()
        .filter(m -> m.channel.equals(channel) && m.ts.equals(ts) && !m.deleted)
        .findFirst();
  }

  synchronized JsonNode home(String user) {
    return Objects.requireNonNull(homes.get(user));
  }

  synchronized Aside lastAside() {
    return asides.getLast();
  }

  synchronized JsonNode lastView() {
    return views.getLast();
  }

  /** Something changed that a test may wait for. */
  synchronized void changed() {
    notifyAll();
  }

  /** Blocks until it is so, for thirty seconds at most. */
  synchronized void await(BooleanSupplier so) throws InterruptedException {
    var until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!so.getAsBoolean()) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("it never came; refused: " + refused + ", asides: " + asides);
      }
      wait(Math.min(left, 100));
    }
  }

  @Override
  public void close() {
    api.close();
    try {
      socket.stop(200);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
