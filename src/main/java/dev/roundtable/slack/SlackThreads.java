package dev.roundtable.slack;

import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.methods.request.conversations.ConversationsRepliesRequest;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import dev.roundtable.chat.Where;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what was said in a thread. */
final class SlackThreads {
  private static final int PAGE = 200;
  private static final int PAGES = 10;

  private final SlackApi api;
  private final SlackIdentity identity;

  SlackThreads(SlackApi api, SlackIdentity identity) {
    this.api = api;
    this.identity = identity;
  }

  /** The message and its thread, or the sentence that says why they cannot be read. */
  sealed interface Read {
    record Context(String text) implements Read {}

    record Closed(String sentence) implements Read {}
  }

  /**
   * Reads the thread of a message. Of one that is too long for models, its beginning, that message
   * and the latest are kept.
   *
   * @param message the first message of the thread, or any message of it
   * @param but a message that is left out, null if none is
   */
  Read read(Where where, String message, @Nullable String but) {
    var thread = where.thread();
    var reply = replies(where.channel(), thread == null ? message : thread);
    return switch (reply) {
      case SlackReply.Done<List<Message>>(var messages) -> context(messages, message, but);
      case SlackReply.No<List<Message>> no -> new Read.Closed(SlackErrors.sentence(no));
      case SlackReply.Limited<List<Message>> _ ->
          new Read.Closed("Slack takes no more of this for the moment. Try again in a minute.");
      case SlackReply.Lost<List<Message>>(var reason, _) -> new Read.Closed(reason);
    };
  }

  private Read context(List<Message> messages, String about, @Nullable String but) {
    var told =
        messages.stream()
            .filter(message -> !message.getTs().equals(but))
            .filter(message -> message.getTs().equals(about) || !isOurs(message))
            .toList();
    return new Read.Context(new ThreadContext(told, about).text());
  }

  private boolean isOurs(Message message) {
    return message.getUser() != null && message.getUser().equals(identity.user());
  }

  // Slack begins with the oldest, so that the latest of a long thread are on its last page.
  private SlackReply<List<Message>> replies(String channel, String thread) {
    var all = new ArrayList<Message>();
    var cursor = "";
    for (int page = 0; page < PAGES; page++) {
      switch (page(channel, thread, cursor)) {
        case SlackReply.Done<ConversationsRepliesResponse>(var answer) -> {
          all.addAll(answer.getMessages());
          cursor = next(answer);
        }
        case SlackReply<ConversationsRepliesResponse> failed -> {
          return failed.map(ConversationsRepliesResponse::getMessages);
        }
      }
      if (cursor.isEmpty()) {
        break;
      }
    }
    return new SlackReply.Done<>(all);
  }

  private SlackReply<ConversationsRepliesResponse> page(
      String channel, String thread, String cursor) {
    var request = ConversationsRepliesRequest.builder().channel(channel).ts(thread).limit(PAGE);
    if (!cursor.isEmpty()) {
      request.cursor(cursor);
    }
    return api.call(client -> client.conversationsReplies(request.build()));
  }

  private static String next(ConversationsRepliesResponse answer) {
    var more = answer.getResponseMetadata();
    return more == null || more.getNextCursor() == null ? "" : more.getNextCursor();
  }

  /** Whether the bot hears what is written in that channel; true where it may not look. */
  boolean hears(String channel) {
    var request = ConversationsHistoryRequest.builder().channel(channel).limit(1).build();
    var reply = api.call(client -> client.conversationsHistory(request));
    return !(reply instanceof SlackReply.No<ConversationsHistoryResponse>(var error, _)
        && error.equals("not_in_channel"));
  }
}
