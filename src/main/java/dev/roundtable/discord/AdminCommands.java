package dev.roundtable.discord;

import dev.roundtable.chat.Answer;
import dev.roundtable.chat.Askers;
import dev.roundtable.chat.ChannelSettings;
import dev.roundtable.chat.FollowUps;
import dev.roundtable.debate.Venue;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;

/** What admins type behind {@code /roundtable-admin}. */
final class AdminCommands {
  private final DiscordPorts ports;
  private final Counter counter;

  AdminCommands(DiscordPorts ports, Counter counter) {
    this.ports = ports;
    this.counter = counter;
  }

  void typed(SlashCommandInteractionEvent event) {
    counter.serve(event, Reply.deferred(event), scene -> administer(event, scene));
  }

  private Answer administer(SlashCommandInteractionEvent event, Stage.Scene scene) {
    return switch (Optional.ofNullable(event.getSubcommandName()).orElse("")) {
      case "reset" -> ports.desk().choose(scene.where(), scene.by(), ChannelSettings.NONE);
      case "limits" -> counter.word(scene, Counter.id(event), "usage");
      default -> choose(event, scene);
    };
  }

  private Answer choose(SlashCommandInteractionEvent event, Stage.Scene scene) {
    var known = counter.word(scene, Counter.id(event), "settings");
    var chosen = chosen(event);
    return known instanceof Answer.SettingsForm form && !chosen.equals(ChannelSettings.NONE)
        ? ports.desk().choose(scene.where(), scene.by(), chosen.over(form.chosen()))
        : known;
  }

  private static ChannelSettings chosen(SlashCommandInteractionEvent event) {
    return new ChannelSettings(
        SlashCommands.option(event, "panel"),
        SlashCommands.option(event, "style").map(Venue.Style::valueOf),
        SlashCommands.option(event, "may-ask").map(Askers::valueOf),
        SlashCommands.option(event, "follow-ups").map(FollowUps::valueOf));
  }
}
