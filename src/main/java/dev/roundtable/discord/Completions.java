package dev.roundtable.discord;

import dev.roundtable.chat.PanelGuide;
import java.util.List;
import java.util.Locale;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;

/** The panels that somebody may mean who has begun to type a name. */
final class Completions {
  private final PanelGuide panels;
  private final Stage stage;
  private final Lanes lanes;

  Completions(PanelGuide panels, Stage stage, Lanes lanes) {
    this.panels = panels;
    this.stage = stage;
    this.lanes = lanes;
  }

  void typed(CommandAutoCompleteInteractionEvent event) {
    var typed = event.getFocusedOption().getValue().toLowerCase(Locale.ROOT);
    lanes.run(() -> {
      var names = stage.isOpen(event) ? names(typed) : List.<String>of();
      event.replyChoiceStrings(names).queue();
    });
  }

  private List<String> names(String typed) {
    return panels.names().stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).contains(typed))
        .filter(name -> name.length() <= DiscordLimits.CHOICE)
        .limit(DiscordLimits.CHOICES)
        .toList();
  }
}
