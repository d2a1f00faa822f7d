package dev.roundtable.discord;

import dev.roundtable.chat.Answer;
import dev.roundtable.transcript.Words;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The words to whoever did something, seen by nobody else.
 *
 * @param acknowledged done once Discord has heard that the bot is at it
 */
record Reply(InteractionHook hook, Way way, Words words, CompletableFuture<?> acknowledged) {
  private static final Logger LOG = LoggerFactory.getLogger(Reply.class);

  /** Where the first message goes. */
  enum Way {
    /** In place of “thinking”, or of the message with the button. */
    INSTEAD,
    /** Everybody sees “thinking”, which is for the card; without one it is taken away. */
    ASIDE,
    BESIDE
  }

  /** What is said is beside a card that takes the place of “thinking”. */
  static Reply thinking(IReplyCallback event) {
    return begun(event, Way.ASIDE, event.deferReply(false));
  }

  static Reply deferred(IReplyCallback event) {
    return begun(event, Way.INSTEAD, event.deferReply(true));
  }

  static Reply replacing(ButtonInteractionEvent event) {
    return begun(event, Way.INSTEAD, event.deferEdit());
  }

  static Reply beside(ButtonInteractionEvent event) {
    return begun(event, Way.BESIDE, event.deferEdit());
  }

  private static Reply begun(IReplyCallback event, Way way, RestAction<?> acknowledgement) {
    var acknowledged = acknowledgement.submit();
    var _ =
        acknowledged.whenComplete((_, failure) -> {
          if (failure != null) {
            lost(failure);
          }
        });
    var words = Speaking.in(event.getUserLocale().getLocale());
    return new Reply(event.getHook(), way, words, acknowledged);
  }

  boolean isThinking() {
    return way == Way.ASIDE;
  }

  /** For what there is to say once the first answer was given. */
  Reply afterwards() {
    return new Reply(hook, Way.BESIDE, words, acknowledged);
  }

  // Nothing but the words is lost: what was done is done, and the card shows it.
  private static void lost(Throwable failure) {
    LOG.info("an answer came too late for Discord: {}", failure.getMessage());
  }

  void say(Answer answer) {
    if (way == Way.ASIDE && answer instanceof Answer.Opened) {
      return;
    }
    var messages = new Speaking(words).of(answer);
    try {
      if (way == Way.ASIDE || (way == Way.INSTEAD && messages.isEmpty())) {
        hook.deleteOriginal().complete();
      }
      if (!messages.isEmpty()) {
        say(messages);
      }
    } catch (ErrorResponseException | IllegalStateException e) {
      lost(e);
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
