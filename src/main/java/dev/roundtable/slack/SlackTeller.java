package dev.roundtable.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonParser;
import com.slack.api.methods.request.chat.ChatPostEphemeralRequest;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import dev.roundtable.debate.Venue;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Words;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says things to one person alone: in place if Slack lets it, else in a direct message. */
final class SlackTeller {
  private static final Logger LOG = LoggerFactory.getLogger(SlackTeller.class);

  private final SlackApi api;

  SlackTeller(SlackApi api) {
    this.api = api;
  }

  void tell(Contact contact, String sentence) {
    tell(contact, List.of(Block.paragraph(sentence)), List.of());
  }

  void tell(Contact contact, List<Block> blocks, List<ObjectNode> buttons) {
    var plain = PlainBlocks.of(blocks);
    var text = SlackText.cut(SlackText.mrkdwn(plain), SlackLimits.TEXT);
    var form = SlackBlocks.list();
    if (plain.length() > SlackLimits.MESSAGE) {
      form.add(SlackBlocks.section(plain));
    } else {
      SlackRichText.of(blocks).stream().limit(SlackLimits.BLOCKS - 1).forEach(form::add);
    }
    if (!buttons.isEmpty()) {
      form.add(SlackBlocks.actions(buttons));
    }
    if (contact.where().reach() == Venue.Reach.DIRECT && contact.message() != null) {
      say(contact.where().channel(), threadOf(contact), text, form);
    } else if (!isTold(contact, text, form)) {
      writeTo(contact.by().person().id(), text, form);
    }
  }

  // What goes by the URL stands below the channel's last message, out of sight of a thread.
  private boolean isTold(Contact contact, String text, ArrayNode blocks) {
    return contact.where().thread() == null
        ? responded(contact, text, blocks) || whispered(contact, text, blocks)
        : whispered(contact, text, blocks) || responded(contact, text, blocks);
  }

  private boolean responded(Contact contact, String text, ArrayNode blocks) {
    var url = contact.responseUrl();
    return url != null && respond(url, response(text, blocks));
  }

  private static @Nullable String threadOf(Contact contact) {
    var thread = contact.where().thread();
    return thread == null ? contact.message() : thread;
  }

  /** Takes away what was said to that person and has been answered. */
  void clear(Contact contact) {
    var url = contact.responseUrl();
    if (url != null && !respond(url, SlackBlocks.object().put("delete_original", true))) {
      LOG.info("what was shown to {} alone could not be taken away", contact.by().person().id());
    }
  }

  /** Opens a form or a page over the chat; false if that took too long for Slack. */
  boolean open(Contact contact, ObjectNode view) {
    var trigger = contact.trigger();
    if (trigger == null) {
      return false;
    }
    var reply =
        api.call(
            client -> client.viewsOpen(r -> r.triggerId(trigger).viewAsString(view.toString())));
    if (reply instanceof SlackReply.Done<?>) {
      return true;
    }
    LOG.warn("a view could not be opened: {}", reply);
    return false;
  }

  /** A sign that something was heard; where the app may not give it, nothing. */
  void react(Contact contact, String emoji) {
    var message = contact.message();
    if (message != null && !api.lacks("reactions:write")) {
      var reply =
          api.call(client ->
              client.reactionsAdd(
                  r -> r.channel(contact.where().channel()).timestamp(message).name(emoji)));
      if (!(reply instanceof SlackReply.Done<?>)) {
        LOG.info("no reaction could be set: {}", reply);
      }
    }
  }

  Words words(Contact contact) {
    return Words.in(Locale.forLanguageTag(contact.by().language()));
  }

  private static ObjectNode response(String text, ArrayNode blocks) {
    var response = SlackBlocks.object().put("response_type", "ephemeral").put("text", text);
    response.put("replace_original", false).set("blocks", blocks);
    return response;
  }

  private boolean respond(String url, ObjectNode response) {
    var body = JsonParser.parseString(response.toString());
    try (var answer = api.slack().getHttpClient().postJsonBody(url, body)) {
      return answer.isSuccessful();
    } catch (IOException e) {
      LOG.info("a response_url did not answer: {}", e.getClass().getSimpleName());
      return false;
    }
  }

  private boolean whispered(Contact contact, String text, ArrayNode blocks) {
    var where = contact.where();
    var request =
        ChatPostEphemeralRequest.builder()
            .channel(where.channel())
            .user(contact.by().person().id())
            .threadTs(where.thread())
            .text(text)
            .blocksAsString(blocks.toString())
            .build();
    return api.call(client -> client.chatPostEphemeral(request)) instanceof SlackReply.Done<?>;
  }

  private void writeTo(String user, String text, ArrayNode blocks) {
    switch (conversation(user)) {
      case SlackReply.Done<String>(var channel) -> say(channel, null, text, blocks);
      case SlackReply<String> failed -> LOG.warn("nothing could be said to {}: {}", user, failed);
    }
  }

  /** The bot's own conversation with that person. */
  SlackReply<String> conversation(String user) {
    return api.call(client -> client.conversationsOpen(r -> r.users(List.of(user))))
        .map(opened -> opened.getChannel().getId());
  }

  private void say(String channel, @Nullable String thread, String text, ArrayNode blocks) {
    var request =
        ChatPostMessageRequest.builder()
            .channel(channel)
            .threadTs(thread)
            .text(text)
            .blocksAsString(blocks.toString())
            .unfurlLinks(false)
            .unfurlMedia(false)
            .build();
    var reply = api.call(client -> client.chatPostMessage(request));
    if (!(reply instanceof SlackReply.Done<?>)) {
      LOG.warn("nothing could be said in {}: {}", channel, reply);
    }
  }
}
