package dev.roundtable.discord;

import dev.roundtable.chat.Control;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;

/** Buttons that are pressed, from whichever start of the bot they are. */
final class Presses {
  private static final String SURE = "sure:";

  private final Counter counter;
  private final FormTalk forms;

  Presses(Counter counter, FormTalk forms) {
    this.counter = counter;
    this.forms = forms;
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
      case Control.AskFollowUp follow -> forms.followUp(event, follow);
      case Control.Delete delete when !sure -> confirm(event, delete);
      // Everybody sees it, and somebody else who presses it must not take it away.
      case Control.StartDraft start when !event.getMessage().isEphemeral() -> quietly(event, start);
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
    counter.serve(
        event, Reply.replacing(event), scene -> counter.press(scene, Counter.id(event), control));
  }

  // What it does is to be seen on the card; only what is for the presser alone is said.
  private void quietly(ButtonInteractionEvent event, Control control) {
    counter.serveQuietly(event, Reply.beside(event), scene -> counter.press(scene, event, control));
  }
}
