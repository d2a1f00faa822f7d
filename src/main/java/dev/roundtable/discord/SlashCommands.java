package dev.roundtable.discord;

import dev.roundtable.chat.Answer;
import dev.roundtable.chat.Ask;
import dev.roundtable.chat.Control;
import dev.roundtable.debate.Mode;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.CommandInteractionPayload;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import org.jspecify.annotations.Nullable;

/** What people type behind {@code /roundtable}. */
final class SlashCommands {
  private static final List<String> HELP =
      List.of("ask", "kinds", "form", "follow", "words", "honest");

  private final Counter counter;
  private final FormTalk forms;

  SlashCommands(Counter counter, FormTalk forms) {
    this.counter = counter;
    this.forms = forms;
  }

  void typed(SlashCommandInteractionEvent event) {
    var sub = Optional.ofNullable(event.getSubcommandName()).orElse("");
    switch (sub) {
      case "form" -> forms.ask(event, null);
      case "ask" -> ask(event, null);
      case "poll" -> ask(event, Mode.POLL);
      case "open" -> ask(event, Mode.OPEN);
      default -> counter.serve(event, Reply.deferred(event), scene -> command(event, scene, sub));
    }
  }

  private Answer command(SlashCommandInteractionEvent event, Stage.Scene scene, String sub) {
    var id = Counter.id(event);
    return switch (sub) {
      case "follow" ->
          counter.here(
              scene, debate -> counter.followUp(scene, debate, id, text(event, "question")));
      case "transcript" ->
          counter.here(scene, debate -> counter.press(scene, id, new Control.Transcript(debate)));
      case "help" -> help(scene);
      default -> counter.word(scene, id, sub);
    };
  }

  private static Answer help(Stage.Scene scene) {
    boolean direct = scene.channel() == null;
    var lines =
        HELP.stream()
            .map(what -> direct && what.equals("follow") ? "follow.direct" : what)
            .map(what -> scene.words().say("discord.help." + what));
    var items = lines.map(line -> Block.item(List.of(Span.plain(line)))).toList();
    return new Answer.Told(List.of(new Block.ItemList(false, items)));
  }

  // Everybody sees the bot thinking, and then the card in its place.
  private void ask(SlashCommandInteractionEvent event, @Nullable Mode mode) {
    var other = event.getOption("channel");
    var reply =
        other == null && counter.stage().mayShow(event)
            ? Reply.thinking(event)
            : Reply.deferred(event);
    counter.serve(
        event,
        reply,
        scene -> {
          var place = other == null ? scene : scene.at(other.getAsChannel(), event.getMember());
          return counter.ask(place, Counter.id(event), asked(event, mode));
        });
  }

  private static Ask asked(SlashCommandInteractionEvent event, @Nullable Mode mode) {
    var typed = Ask.typed(text(event, "question"));
    var given = options(text(event, "options"));
    var rounds = event.getOption("rounds");
    return new Ask(
        given.isEmpty() ? typed.question() : text(event, "question"),
        given.isEmpty() ? typed.options() : given,
        option(event, "panel").orElse(null),
        mode,
        rounds == null ? null : rounds.getAsInt(),
        null);
  }

  private static List<String> options(String text) {
    return Arrays.stream(text.split("\\|"))
        .map(String::strip)
        .filter(option -> !option.isEmpty())
        .toList();
  }

  static Optional<String> option(CommandInteractionPayload event, String name) {
    return Optional.ofNullable(event.getOption(name)).map(OptionMapping::getAsString);
  }

  private static String text(CommandInteractionPayload event, String name) {
    return option(event, name).orElse("");
  }
}
