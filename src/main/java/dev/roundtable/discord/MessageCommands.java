package dev.roundtable.discord;

import dev.roundtable.chat.Answer;
import dev.roundtable.chat.ChatDesk;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;

/** What people choose from the menu of a message. */
final class MessageCommands {
  private final ChatDesk desk;
  private final Counter counter;
  private final FormTalk forms;

  MessageCommands(ChatDesk desk, Counter counter, FormTalk forms) {
    this.desk = desk;
    this.counter = counter;
    this.forms = forms;
  }

  void chosen(MessageContextInteractionEvent event) {
    switch (event.getName()) {
      case DiscordCommands.REPORT ->
          counter.serve(event, Reply.deferred(event), scene -> report(event, scene));
      case DiscordCommands.HIDE ->
          counter.serve(event, Reply.deferred(event), scene -> hide(event, scene));
      default -> forms.about(event);
    }
  }

  private Answer report(MessageContextInteractionEvent event, Stage.Scene scene) {
    return desk.report(scene.where(), scene.by(), event.getTarget().getId());
  }

  private Answer hide(MessageContextInteractionEvent event, Stage.Scene scene) {
    var remote = event.getTarget().getId();
    return desk.hide(scene.where(), scene.by(), Counter.id(event), remote);
  }
}
