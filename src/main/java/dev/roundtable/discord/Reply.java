package dev.roundtable.discord;

import dev.roundtable.chat.Answer;
import dev.roundtable.transcript.Words;
import java.util.List;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way back to whoever did something, seen by nobody else. */
record Reply(InteractionHook hook, Way way, Words words) {
  private static final Logger LOG = LoggerFactory.getLogger(Reply.class);

  /** Where the first message goes. */
  enum Way {
    /** In place of “thinking”, or of the message with the button. */
    INSTEAD,
    BESIDE
  }

  static Reply deferred(IReplyCallback event) {
    event.deferReply(true).queue(_ -> {}, Reply::lost);
    return new Reply(event.getHook(), Way.INSTEAD, words(event));
  }

  static Reply replacing(ButtonInteractionEvent event) {
    event.deferEdit().queue(_ -> {}, Reply::lost);
    return new Reply(event.getHook(), Way.INSTEAD, words(event));
  }

  static Reply beside(ButtonInteractionEvent event) {
    event.deferEdit().queue(_ -> {}, Reply::lost);
    return new Reply(event.getHook(), Way.BESIDE, words(event));
  }

  private static Words words(IReplyCallback event) {
    return Speaking.in(event.getUserLocale().getLocale());
  }

  // Nothing but the words is lost: what was done is done, and the card shows it.
  private static void lost(Throwable failure) {
    LOG.info("an answer came too late for Discord: {}", failure.getMessage());
  }

  void say(Answer answer) {
    var messages = new Speaking(words).of(answer);
    try {
      if (messages.isEmpty()) {
        nothing();
      } else {
        say(messages);
      }
    } catch (ErrorResponseException | IllegalStateException e) {
      lost(e);
    }
  }

  private void nothing() {
    if (way == Way.INSTEAD) {
      hook.deleteOriginal().complete();
    }
  }

  private void say(List<MessageCreateData> messages) {
    var rest = messages;
    if (way == Way.INSTEAD) {
      hook.editOriginal(whole(messages.getFirst())).complete();
      rest = messages.subList(1, messages.size());
    }
    for (var message : rest) {
      hook.sendMessage(message).setEphemeral(true).complete();
    }
  }

  // Nothing of what stood there before stays.
  private static MessageEditData whole(MessageCreateData message) {
    return new MessageEditBuilder().applyCreateData(message).setReplace(true).build();
  }
}
