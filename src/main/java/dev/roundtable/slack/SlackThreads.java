package dev.roundtable.slack;

import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.methods.request.conversations.ConversationsRepliesRequest;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import dev.roundtable.chat.Where;
import dev.roundtable.debate.Question;
import dev.roundtable.safety.VisibleText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a thread, as context for models: people are "Person A" and "Person B" there, in
 * the order in which they come up.
 */
final class SlackThreads {
  private static final int MOST = 200;
  private static final int LETTERS = 26;

  private final SlackApi api;

  SlackThreads(SlackApi api) {
    this.api = api;
  }

  /** The message and its thread, or the sentence that says why they cannot be read. */
  sealed interface Read {
    record Context(String text) implements Read {}

    record Closed(String sentence) implements Read {}
  }

  /**
   * Reads up to the message that asks.
   *
   * @param message the first message of the thread, or any message of it
   * @param but a message that is left out, null if none is
   */
  Read read(Where where, String message, @Nullable String but) {
    var thread = where.thread();
    var reply = replies(where.channel(), thread == null ? message : thread);
    return switch (reply) {
      case SlackReply.Done<List<Message>>(var messages) -> new Read.Context(written(messages, but));
      case SlackReply.No<List<Message>> no -> new Read.Closed(SlackErrors.sentence(no));
      case SlackReply.Limited<List<Message>> _ ->
          new Read.Closed("Slack takes no more of this for the moment. Try again in a minute.");
      case SlackReply.Lost<List<Message>>(var reason, _) -> new Read.Closed(reason);
    };
  }

  private SlackReply<List<Message>> replies(String channel, String thread) {
    var request =
        ConversationsRepliesRequest.builder().channel(channel).ts(thread).limit(MOST).build();
    return api.call(client -> client.conversationsReplies(request))
        .map(ConversationsRepliesResponse::getMessages);
  }

  /** Whether the bot hears what is written in that channel; true where it may not look. */
  boolean hears(String channel) {
    var request = ConversationsHistoryRequest.builder().channel(channel).limit(1).build();
    var reply = api.call(client -> client.conversationsHistory(request));
    return !(reply instanceof SlackReply.No<ConversationsHistoryResponse>(var error, _)
        && error.equals("not_in_channel"));
  }

  private static String written(List<Message> messages, @Nullable String but) {
    var letters = new HashMap<String, String>();
    var lines = new ArrayList<String>();
    for (var message : messages) {
      boolean ours = message.getBotId() != null || message.getUser() == null;
      if (!ours && !message.getTs().equals(but)) {
        var who = letter(letters, message.getUser());
        var text = SlackMentions.read(message.getText(), user -> letter(letters, user));
        lines.add(who + ": " + VisibleText.of(text).strip());
      }
    }
    var context = String.join("\n", lines);
    return context.length() <= Question.MAX_CONTEXT_LENGTH
        ? context
        : SlackText.cut(context, Question.MAX_CONTEXT_LENGTH);
  }

  private static String letter(Map<String, String> letters, String user) {
    return letters.computeIfAbsent(user, _ -> "Person " + name(letters.size()));
  }

  private static String name(int number) {
    var letter = Character.toString('A' + number % LETTERS);
    return number < LETTERS ? letter : letter + number / LETTERS;
  }
}
