package dev.roundtable.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.roundtable.chat.Ask;
import dev.roundtable.chat.Askers;
import dev.roundtable.chat.ChannelSettings;
import dev.roundtable.chat.FollowUps;
import dev.roundtable.chat.Where;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Mode;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Venue;
import dev.roundtable.transcript.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The forms, and what was filled in. */
final class SlackForms {
  static final String ASK = "rt_ask";
  static final String FOLLOW_UP = "rt_follow_up";
  static final String SETTINGS = "rt_settings";
  private static final String QUESTION = "question";
  private static final String OPTIONS = "options";
  private static final String PANEL = "panel";
  private static final String MODE = "mode";
  private static final String ROUNDS = "rounds";
  private static final String CONTEXT = "context";
  private static final String CONVERSATION = "conversation";
  private static final String STYLE = "style";
  private static final String ASKERS = "askers";
  private static final String FOLLOW_UPS = "follow-ups";
  private static final String NOTHING = "";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Words words;

  SlackForms(Words words) {
    this.words = words;
  }

  /**
   * What a form carries along.
   *
   * @param where null if it is to be chosen in the form
   * @param about the message that the question is about, null if it is about none
   */
  record Carried(@Nullable Where where, @Nullable String about, @Nullable DebateId debate) {
    String write() {
      var json = SlackBlocks.object();
      if (where != null) {
        json.put("workspace", where.workspace()).put("channel", where.channel());
        json.put("thread", where.thread()).put("reach", where.reach().name());
      }
      json.put("about", about).put("debate", debate == null ? null : debate.value());
      return json.toString();
    }

    static Carried read(View view) {
      JsonNode json;
      try {
        json = JSON.readTree(view.getPrivateMetadata());
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException("a form that is not ours", e);
      }
      var channel = json.path("channel").asText(null);
      var debate = json.path("debate").asText(null);
      var where =
          channel == null
              ? null
              : new Where(
                  SlackRenderer.PLATFORM,
                  json.path("workspace").asText(),
                  channel,
                  json.path("thread").asText(null),
                  Venue.Reach.valueOf(json.path("reach").asText()));
      return new Carried(
          where, json.path("about").asText(null), debate == null ? null : new DebateId(debate));
    }
  }

  ObjectNode ask(Ask prefill, List<String> panels, Carried carried) {
    var blocks = SlackBlocks.list();
    if (carried.about() != null) {
      blocks.add(SlackBlocks.context(List.of(words.say("slack.form.about"))));
    }
    if (carried.where() == null) {
      var select = SlackBlocks.object().put("type", "conversations_select");
      select.put("default_to_current_conversation", true);
      blocks.add(SlackBlocks.input(CONVERSATION, words.say("slack.form.where"), select, false));
    }
    text(blocks, QUESTION, "slack.form.question", prefill.question(), false);
    text(blocks, OPTIONS, "slack.form.options", String.join("\n", prefill.options()), true);
    if (!panels.isEmpty()) {
      select(blocks, PANEL, "slack.form.panel", panels, panels, prefill.panel());
    }
    var modes = Stream.of(Mode.values()).map(SlackForms::word).toList();
    var modeLabels = modes.stream().map(mode -> words.say("slack.mode." + mode)).toList();
    var mode = prefill.mode();
    select(blocks, MODE, "slack.form.mode", modes, modeLabels, mode == null ? null : word(mode));
    var rounds = IntStream.rangeClosed(1, Rules.MAX_ROUNDS).mapToObj(Integer::toString).toList();
    var chosen = prefill.rounds();
    select(
        blocks,
        ROUNDS,
        "slack.form.rounds",
        rounds,
        rounds,
        chosen == null ? null : Integer.toString(chosen));
    if (carried.about() == null) {
      var context = prefill.context();
      text(blocks, CONTEXT, "slack.form.context", context == null ? NOTHING : context, true);
    }
    return modal(ASK, "slack.form.ask", "slack.form.ask.submit", blocks, carried);
  }

  ObjectNode followUp(Carried carried) {
    var blocks = SlackBlocks.list();
    text(blocks, QUESTION, "slack.form.followUp", NOTHING, false);
    return modal(FOLLOW_UP, "slack.button.follow", "slack.form.followUp.submit", blocks, carried);
  }

  ObjectNode settings(ChannelSettings chosen, List<String> panels, Carried carried) {
    var blocks = SlackBlocks.list();
    blocks.add(SlackBlocks.context(List.of(words.say("slack.form.settings.note"))));
    if (!panels.isEmpty()) {
      var panel = chosen.panel().orElse(null);
      select(blocks, PANEL, "slack.form.panel", panels, panels, panel);
    }
    choices(blocks, STYLE, "slack.form.style", Venue.Style.values(), chosen.style());
    choices(blocks, ASKERS, "slack.form.askers", Askers.values(), chosen.mayAsk());
    choices(blocks, FOLLOW_UPS, "slack.form.followUps", FollowUps.values(), chosen.followUps());
    return modal(SETTINGS, "slack.form.settings", "slack.form.save", blocks, carried);
  }

  private <E extends Enum<E>> void choices(
      ArrayNode blocks, String id, String label, E[] values, Optional<E> chosen) {
    var names = Stream.of(values).map(SlackForms::word).toList();
    var labels = names.stream().map(name -> words.say(label + "." + name)).toList();
    select(blocks, id, label, names, labels, chosen.map(SlackForms::word).orElse(null));
  }

  private void text(ArrayNode blocks, String id, String label, String initial, boolean optional) {
    var input = SlackBlocks.textInput(true, initial);
    blocks.add(SlackBlocks.input(id, words.say(label), input, optional));
  }

  private void select(
      ArrayNode blocks,
      String id,
      String label,
      List<String> values,
      List<String> labels,
      @Nullable String chosen) {
    var select = SlackBlocks.select(values, labels, chosen == null ? NOTHING : chosen);
    blocks.add(SlackBlocks.input(id, words.say(label), select, true));
  }

  private ObjectNode modal(
      String id, String title, String submit, ArrayNode blocks, Carried carried) {
    var view = page(words.say(title), blocks).put("callback_id", id);
    view.set("submit", SlackBlocks.plain(words.say(submit), SlackLimits.VIEW_TITLE));
    return view.put("private_metadata", carried.write());
  }

  /** Something to read over the chat. */
  ObjectNode page(String title, ArrayNode blocks) {
    var view = SlackBlocks.object().put("type", "modal");
    view.set("title", SlackBlocks.plain(title, SlackLimits.VIEW_TITLE));
    view.set("close", SlackBlocks.plain(words.say("slack.button.close"), SlackLimits.VIEW_TITLE));
    view.set("blocks", blocks);
    return view;
  }

  private static String word(Enum<?> value) {
    return value.name();
  }

  // ---- what was filled in

  private static Optional<ViewState.Value> value(View view, String id) {
    Map<String, Map<String, ViewState.Value>> values = view.getState().getValues();
    var block = values.get(id);
    return block == null ? Optional.empty() : Optional.ofNullable(block.get(id));
  }

  private static Optional<String> typed(View view, String id) {
    return value(view, id).map(ViewState.Value::getValue).filter(text -> !text.isBlank());
  }

  private static Optional<String> chosen(View view, String id) {
    return value(view, id)
        .map(ViewState.Value::getSelectedOption)
        .map(ViewState.SelectedOption::getValue);
  }

  private static <E extends Enum<E>> Optional<E> chosen(View view, String id, Class<E> type) {
    return chosen(view, id).map(word -> Enum.valueOf(type, word));
  }

  /** The question of a filled form. */
  static Ask asked(View view) {
    var options = new ArrayList<String>();
    typed(view, OPTIONS)
        .ifPresent(text ->
            text.lines().map(String::strip).filter(o -> !o.isEmpty()).forEach(options::add));
    return new Ask(
        typed(view, QUESTION).orElse(NOTHING).strip(),
        options,
        chosen(view, PANEL).orElse(null),
        chosen(view, MODE, Mode.class).orElse(null),
        chosen(view, ROUNDS).map(Integer::valueOf).orElse(null),
        typed(view, CONTEXT).orElse(null));
  }

  static String followedUp(View view) {
    return typed(view, QUESTION).orElse(NOTHING).strip();
  }

  static Optional<String> conversation(View view) {
    return value(view, CONVERSATION).map(ViewState.Value::getSelectedConversation);
  }

  static ChannelSettings settings(View view) {
    return new ChannelSettings(
        chosen(view, PANEL),
        chosen(view, STYLE, Venue.Style.class),
        chosen(view, ASKERS, Askers.class),
        chosen(view, FOLLOW_UPS, FollowUps.class));
  }
}
