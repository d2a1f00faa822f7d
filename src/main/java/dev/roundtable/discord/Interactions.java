package dev.roundtable.discord;

import dev.roundtable.chat.Answer;
import dev.roundtable.chat.Ask;
import dev.roundtable.chat.ChannelSettings;
import dev.roundtable.chat.Control;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Mode;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.session.StoreException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.CommandInteractionPayload;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Commands, buttons and forms. Each is acknowledged before anything else is done, for Discord waits
 * three seconds; only what leads to a form cannot be, as a form must be the first answer.
 */
final class Interactions {
  private static final String SURE = "sure:";

  private final DiscordPorts ports;
  private final Stage stage;
  private final Cards cards;
  private final Lanes lanes;
  private final Conversation conversation;

  Interactions(
      DiscordPorts ports, Doorman doorman, Cards cards, Lanes lanes, Conversation conversation) {
    this.ports = ports;
    this.conversation = conversation;
    this.stage = new Stage(doorman);
    this.cards = cards;
    this.lanes = lanes;
  }

  void slash(SlashCommandInteractionEvent event) {
    var sub = Optional.ofNullable(event.getSubcommandName()).orElse("");
    if (sub.equals("form")) {
      lanes.run(() -> form(event, "", null));
      return;
    }
    var reply = Reply.deferred(event);
    lanes.run(() -> reply.say(answer(event, scene -> command(event, scene, sub))));
  }

  private Answer command(SlashCommandInteractionEvent event, Stage.Scene scene, String sub) {
    return event.getName().equals(DiscordCommands.ADMIN)
        ? administer(event, scene, sub)
        : switch (sub) {
          case "ask" -> asked(event, scene, null);
          case "poll" -> asked(event, scene, Mode.POLL);
          case "open" -> asked(event, scene, Mode.OPEN);
          case "follow" ->
              here(scene, debate -> followUp(scene, debate, id(event), text(event, "question")));
          case "transcript" ->
              here(scene, debate -> press(scene, id(event), new Control.Transcript(debate)));
          default -> word(scene, id(event), sub);
        };
  }

  private Answer word(Stage.Scene scene, MessageId id, String word) {
    return ports.desk().command(scene.where(), scene.by(), id, word);
  }

  private Answer press(Stage.Scene scene, MessageId id, Control control) {
    return ports.desk().press(scene.where(), scene.by(), id, control);
  }

  private Answer followUp(Stage.Scene scene, DebateId debate, MessageId id, String text) {
    var visible = VisibleText.of(text);
    var answer = ports.desk().followUp(debate, scene.where(), scene.by(), id, visible);
    if (answer instanceof Answer.Heard) {
      lanes.run(() -> conversation.quote(debate, scene.where(), scene.by(), visible));
    }
    return answer;
  }

  private Answer asked(SlashCommandInteractionEvent event, Stage.Scene scene, @Nullable Mode mode) {
    var typed = Ask.typed(text(event, "question"));
    var given = options(text(event, "options"));
    var rounds = event.getOption("rounds");
    var ask =
        new Ask(
            given.isEmpty() ? typed.question() : text(event, "question"),
            given.isEmpty() ? typed.options() : given,
            option(event, "panel").orElse(null),
            mode,
            rounds == null ? null : rounds.getAsInt(),
            null);
    return scene
        .hindrance()
        .<Answer>map(Answer.Told::sentence)
        .orElseGet(() -> ports.desk().ask(scene.where(), scene.by(), id(event), ask));
  }

  private static List<String> options(String text) {
    return Arrays.stream(text.split("\\|"))
        .map(String::strip)
        .filter(option -> !option.isEmpty())
        .toList();
  }

  // A command in the thread of a debate is about that debate.
  private Answer here(Stage.Scene scene, Function<DebateId, Answer> about) {
    var where = scene.where();
    var thread = where.thread();
    return Optional.ofNullable(thread)
        .flatMap(id -> ports.deliveries().find(where.platform(), where.channel(), id))
        .map(about)
        .orElseGet(() -> Answer.Told.sentence(scene.words().say("discord.notHere")));
  }

  private Answer administer(SlashCommandInteractionEvent event, Stage.Scene scene, String sub) {
    return switch (sub) {
      case "reset" -> ports.desk().choose(scene.where(), scene.by(), ChannelSettings.NONE);
      case "limits" -> word(scene, id(event), "usage");
      default -> choose(event, scene);
    };
  }

  private Answer choose(SlashCommandInteractionEvent event, Stage.Scene scene) {
    var known = word(scene, id(event), "settings");
    var chosen =
        new ChannelSettings(
            option(event, "panel"),
            option(event, "style").map(dev.roundtable.debate.Venue.Style::valueOf),
            option(event, "may-ask").map(dev.roundtable.chat.Askers::valueOf),
            option(event, "follow-ups").map(dev.roundtable.chat.FollowUps::valueOf));
    return known instanceof Answer.SettingsForm form && !chosen.equals(ChannelSettings.NONE)
        ? ports.desk().choose(scene.where(), scene.by(), chosen.over(form.chosen()))
        : known;
  }

  void about(MessageContextInteractionEvent event) {
    var target = event.getTarget();
    var author = VisibleText.line(target.getAuthor().getEffectiveName());
    var text = VisibleText.of(target.getContentDisplay());
    lanes.run(() -> form(event, "", author + ": " + text));
  }

  private <E extends IReplyCallback & IModalCallback> void form(
      E event, String question, @Nullable String context) {
    var answer =
        answer(
            event,
            scene -> {
              var named = word(scene, id(event), "new");
              return named instanceof Answer.Form(var prefill, var panels)
                  ? new Answer.Form(
                      new Ask(question, prefill.options(), null, null, null, context), panels)
                  : named;
            });
    show(event, answer);
  }

  private static <E extends IReplyCallback & IModalCallback> void show(E event, Answer answer) {
    var words = Speaking.in(event.getUserLocale().getLocale());
    switch (answer) {
      case Answer.Form form -> event.replyModal(Forms.ask(form, words)).queue();
      case Answer.FollowUpForm(var debate) ->
          event.replyModal(Forms.followUp(debate, words)).queue();
      default -> Reply.deferred(event).say(answer);
    }
  }

  void filled(ModalInteractionEvent event) {
    var reply = Reply.deferred(event);
    lanes.run(() -> reply.say(answer(event, scene -> filled(event, scene))));
  }

  private Answer filled(ModalInteractionEvent event, Stage.Scene scene) {
    if (event.getModalId().equals(Forms.ASK)) {
      return scene
          .hindrance()
          .<Answer>map(Answer.Told::sentence)
          .orElseGet(
              () -> ports.desk().ask(scene.where(), scene.by(), id(event), Forms.read(event)));
    }
    return Control.of(event.getModalId())
        .map(control -> followUp(scene, control.debate(), id(event), Forms.followUp(event)))
        .orElseGet(() -> Answer.Told.sentence(scene.words().say("discord.unknownButton")));
  }

  void pressed(ButtonInteractionEvent event) {
    var id = event.getComponentId();
    boolean sure = id.startsWith(SURE);
    var control = Control.of(sure ? id.substring(SURE.length()) : id);
    if (control.isEmpty()) {
      var words = Speaking.in(event.getUserLocale().getLocale());
      event.reply(words.say("discord.unknownButton")).setEphemeral(true).queue();
      return;
    }
    switch (control.get()) {
      case Control.AskFollowUp follow ->
          lanes.run(() -> show(event, answer(event, scene -> press(scene, id(event), follow))));
      case Control.Delete delete when !sure -> confirm(event, delete);
      case Control.StartDraft start -> replace(event, start);
      case Control.Delete delete -> replace(event, delete);
      case Control.Stop stop -> quietly(event, stop);
      case Control.FinishNow finish -> quietly(event, finish);
      case Control.AnotherRound round -> quietly(event, round);
      case Control.RunAgain again -> quietly(event, again);
      case Control.TeamDecides team -> quietly(event, team);
      case Control.TeamVote vote -> quietly(event, vote);
      case Control.ReadFull full -> quietly(event, full);
      case Control.MinorityView minority -> quietly(event, minority);
      case Control.Transcript transcript -> quietly(event, transcript);
    }
  }

  private static void confirm(ButtonInteractionEvent event, Control.Delete delete) {
    var words = Speaking.in(event.getUserLocale().getLocale());
    var button = Button.danger(SURE + delete.id(), words.say("discord.button.delete"));
    var message =
        new MessageCreateBuilder()
            .setContent(words.say("discord.sure"))
            .setComponents(ActionRow.of(button))
            .build();
    event.reply(message).setEphemeral(true).queue();
  }

  // The message with the button was for the presser alone, and has served.
  private void replace(ButtonInteractionEvent event, Control control) {
    var reply = Reply.replacing(event);
    lanes.run(() -> reply.say(answer(event, scene -> press(scene, id(event), control))));
  }

  // What it does is to be seen on the card; only what is for the presser alone is said.
  private void quietly(ButtonInteractionEvent event, Control control) {
    var reply = Reply.beside(event);
    lanes.run(() -> {
      var answer = answer(event, scene -> press(scene, id(event), control));
      reply.say(answer instanceof Answer.Heard ? new Answer.Silence() : answer);
    });
  }

  void typed(CommandAutoCompleteInteractionEvent event) {
    var typed = event.getFocusedOption().getValue().toLowerCase(Locale.ROOT);
    lanes.run(() -> {
      var names =
          stage.isOpen(event)
              ? ports.panels().names().stream()
                  .filter(name -> name.toLowerCase(Locale.ROOT).contains(typed))
                  .filter(name -> name.length() <= DiscordLimits.CHOICE)
                  .limit(DiscordLimits.CHOICES)
                  .toList()
              : List.<String>of();
      event.replyChoiceStrings(names).queue();
    });
  }

  private Answer answer(Interaction event, Function<Stage.Scene, Answer> doing) {
    var answer =
        switch (stage.set(event)) {
          case Stage.Set(var scene) -> guarded(scene, doing);
          case Stage.Closed(var sentence) -> Answer.Told.sentence(sentence);
        };
    if (answer instanceof Answer.Opened(var debate) && event instanceof IReplyCallback callback) {
      var words = Speaking.in(event.getUserLocale().getLocale());
      cards.ifRefused(
          debate,
          reason ->
              new Reply(callback.getHook(), Reply.Way.BESIDE, words)
                  .say(Answer.Told.sentence(words.say("discord.cardRefused", reason))));
    }
    return answer;
  }

  private static Answer guarded(Stage.Scene scene, Function<Stage.Scene, Answer> doing) {
    try {
      return doing.apply(scene);
    } catch (StoreException e) {
      return Answer.Told.sentence(scene.words().say("refused.notTaken", e.sentence()));
    }
  }

  private static MessageId id(Interaction event) {
    return new MessageId("discord:i:" + event.getId());
  }

  private static Optional<String> option(CommandInteractionPayload event, String name) {
    return Optional.ofNullable(event.getOption(name)).map(OptionMapping::getAsString);
  }

  private static String text(CommandInteractionPayload event, String name) {
    return option(event, name).orElse("");
  }
}
