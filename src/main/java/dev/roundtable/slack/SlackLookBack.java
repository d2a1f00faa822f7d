package dev.roundtable.slack;

import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.methods.request.conversations.ConversationsRepliesRequest;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import dev.roundtable.delivery.Destination;
import dev.roundtable.delivery.LookUp;
import dev.roundtable.delivery.Post;
import dev.roundtable.delivery.RemoteId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds our own messages again by the mark in their metadata. */
final class SlackLookBack {
  private static final String EVENT = "roundtable_post";
  private static final String MARK = "mark";
  private static final String FILE = "file";
  private static final Duration SOON = Duration.ofSeconds(10);
  // Slack's clock and ours may differ.
  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final int PAGE = 200;
  private static final int PAGES = 20;

  private final SlackApi api;

  SlackLookBack(SlackApi api) {
    this.api = api;
  }

  /**
   * What goes unseen with a message.
   *
   * @param file that the message shows, null if it shows none
   */
  static String metadata(String mark, @Nullable String file) {
    var metadata = SlackBlocks.object().put("event_type", EVENT);
    var payload = metadata.putObject("event_payload").put(MARK, mark);
    if (file != null) {
      payload.put(FILE, file);
    }
    return metadata.toString();
  }

  private record Page(List<Message> messages, @Nullable String next) {}

  LookUp find(Destination to, Post.Place place, String mark, Instant since) {
    var thread = root(to, place);
    var oldest = Long.toString(since.minus(SKEW).getEpochSecond());
    String cursor = null;
    for (int page = 0; page < PAGES; page++) {
      var found = page(to.venue().channel(), thread, oldest, cursor);
      if (!(found instanceof SlackReply.Done<Page>(var read))) {
        return notRead(found);
      }
      var message = read.messages().stream().filter(one -> has(one, mark)).findFirst();
      if (message.isPresent()) {
        return new LookUp.Found(idOf(message.get()));
      }
      cursor = read.next();
      if (cursor == null) {
        return new LookUp.Absent();
      }
    }
    return new LookUp.Absent();
  }

  // What went to the channel from the thread stands in the thread too.
  private static @Nullable String root(Destination to, Post.Place place) {
    var asked = to.venue().thread();
    var anchor = to.anchor();
    if (asked != null || anchor == null) {
      return asked;
    }
    return place == Post.Place.THREAD ? anchor.value() : null;
  }

  private SlackReply<Page> page(
      String channel, @Nullable String thread, String oldest, @Nullable String cursor) {
    if (thread == null) {
      var request =
          ConversationsHistoryRequest.builder()
              .channel(channel)
              .oldest(oldest)
              .cursor(cursor)
              .limit(PAGE)
              .includeAllMetadata(true)
              .build();
      return api.call(client -> client.conversationsHistory(request))
          .map(answer -> new Page(answer.getMessages(), next(answer.getResponseMetadata())));
    }
    var request =
        ConversationsRepliesRequest.builder()
            .channel(channel)
            .ts(thread)
            .oldest(oldest)
            .cursor(cursor)
            .limit(PAGE)
            .includeAllMetadata(true)
            .build();
    return api.call(client -> client.conversationsReplies(request))
        .map(answer -> new Page(answer.getMessages(), next(answer.getResponseMetadata())));
  }

  private static @Nullable String next(@Nullable ResponseMetadata metadata) {
    return Optional.ofNullable(metadata)
        .map(ResponseMetadata::getNextCursor)
        .filter(cursor -> !cursor.isBlank())
        .orElse(null);
  }

  private static RemoteId idOf(Message message) {
    Map<String, ?> payload = message.getMetadata().getEventPayload();
    return new SlackId(message.getTs(), (String) payload.get(FILE)).write();
  }

  private static boolean has(Message message, String mark) {
    var metadata = message.getMetadata();
    if (metadata == null || !EVENT.equals(metadata.getEventType())) {
      return false;
    }
    Map<String, ?> payload = metadata.getEventPayload();
    return payload != null && mark.equals(payload.get(MARK));
  }

  // Where the bot may not read it cannot find anything either, today or tomorrow: a message twice
  // is better there than a verdict that never comes.
  private static LookUp notRead(SlackReply<Page> reply) {
    return switch (reply) {
      case SlackReply.Limited<Page>(var after) ->
          new LookUp.Unknown(after, "Slack takes no more look-ups for the moment.");
      case SlackReply.Lost<Page>(var reason, _) -> new LookUp.Unknown(SOON, reason);
      case SlackReply.No<Page> no
          when SlackErrors.isPassing(no.error()) || SlackErrors.isUnclear(no.error()) ->
          new LookUp.Unknown(SOON, SlackErrors.sentence(no));
      case SlackReply.No<Page> _, SlackReply.Done<Page> _ -> new LookUp.Absent();
    };
  }
}
