package dev.roundtable.slack;

import com.slack.api.methods.request.views.ViewsPublishRequest;
import com.slack.api.model.event.AgentSessionStoppedEvent;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageDeletedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens where the bot reads along, and on its own page. Each comes with its workspace. */
final class SlackEvents {
  private static final Logger LOG = LoggerFactory.getLogger(SlackEvents.class);

  private final SlackInbound inbound;
  private final SlackApi api;
  private final SlackIdentity identity;

  SlackEvents(SlackInbound inbound, SlackApi api, SlackIdentity identity) {
    this.inbound = inbound;
    this.api = api;
    this.identity = identity;
  }

  // Slack's kinds of message have no type in common.
  private record Said(
      String channel,
      @Nullable String type,
      String ts,
      @Nullable String thread,
      @Nullable String user,
      @Nullable String text,
      @Nullable String bot) {}

  void mentioned(String workspace, AppMentionEvent event) {
    heard(
        workspace,
        new Said(
            event.getChannel(),
            null,
            event.getTs(),
            event.getThreadTs(),
            event.getUser(),
            event.getText(),
            event.getBotId()));
  }

  void written(String workspace, MessageEvent event) {
    heard(
        workspace,
        new Said(
            event.getChannel(),
            event.getChannelType(),
            event.getTs(),
            event.getThreadTs(),
            event.getUser(),
            event.getText(),
            event.getBotId()));
  }

  void broadcast(String workspace, MessageThreadBroadcastEvent event) {
    heard(
        workspace,
        new Said(
            event.getChannel(),
            event.getChannelType(),
            event.getTs(),
            event.getThreadTs(),
            event.getUser(),
            event.getText(),
            null));
  }

  void shared(String workspace, MessageFileShareEvent event) {
    heard(
        workspace,
        new Said(
            event.getChannel(),
            event.getChannelType(),
            event.getTs(),
            event.getThreadTs(),
            event.getUser(),
            event.getText(),
            null));
  }

  private void heard(String workspace, Said said) {
    var bot = identity.user();
    var user = said.user();
    var text = said.text();
    if (said.bot() == null && bot != null && user != null && text != null && !user.equals(bot)) {
      var reach = Reaches.of(said.channel(), null, said.type());
      inbound.written(
          new SlackInbound.Written(
              workspace, said.channel(), reach, said.ts(), said.thread(), user, text, bot));
    }
  }

  void deleted(String workspace, MessageDeletedEvent event) {
    var previous = event.getPreviousMessage();
    var thread = previous == null ? null : previous.getThreadTs();
    deleted(workspace, event.getChannel(), thread, event.getDeletedTs());
  }

  // A deleted message with replies becomes a tombstone.
  void changed(String workspace, MessageChangedEvent event) {
    var message = event.getMessage();
    if (message != null && "tombstone".equals(message.getSubtype())) {
      deleted(workspace, event.getChannel(), message.getThreadTs(), message.getTs());
    }
  }

  private void deleted(String workspace, String channel, @Nullable String thread, String ts) {
    var reach = Reaches.of(channel, null, null);
    inbound.deleted(SlackInbound.where(workspace, channel, thread, reach), ts);
  }

  /** Somebody pressed the Stop that Slack itself shows while the bot is at work in a thread. */
  void stopped(String workspace, AgentSessionStoppedEvent event) {
    var reach = Reaches.of(event.getChannel(), null, null);
    var where = SlackInbound.where(workspace, event.getChannel(), event.getThreadTs(), reach);
    var by = inbound.visitor(workspace, event.getUser());
    var id = SlackInbound.messageId(workspace, where.channel(), event.getEventTs());
    inbound.stopped(new Contact(where, by, null, null, null), id);
  }

  void home(String workspace, AppHomeOpenedEvent event) {
    if (!"home".equals(event.getTab())) {
      return;
    }
    var by = inbound.visitor(workspace, event.getUser());
    var view = inbound.home(workspace, identity.address(), by);
    var request =
        ViewsPublishRequest.builder().userId(event.getUser()).viewAsString(view.toString()).build();
    var reply = api.call(client -> client.viewsPublish(request));
    if (!(reply instanceof SlackReply.Done<?>)) {
      LOG.warn("the home page could not be shown: {}", reply);
    }
  }
}
