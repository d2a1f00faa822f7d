package dev.roundtable.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.methods.request.views.ViewsPublishRequest;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageDeletedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import dev.roundtable.chat.Control;
import dev.roundtable.chat.Where;
import dev.roundtable.debate.Venue;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to what Slack sends. Each listener acknowledges at once, as Slack waits three seconds,
 * and leaves the work to a thread of its own.
 */
final class SlackListeners {
  private static final Logger LOG = LoggerFactory.getLogger(SlackListeners.class);
  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

  private final SlackInbound inbound;
  private final SlackApi api;
  private final SlackIdentity identity;
  private final Executor threads;

  SlackListeners(SlackInbound inbound, SlackApi api, SlackIdentity identity, Executor threads) {
    this.inbound = inbound;
    this.api = api;
    this.identity = identity;
    this.threads = threads;
  }

  void register(App app) {
    app.command(
        ANY,
        (request, context) -> {
          work(() -> command(request.getPayload()));
          return context.ack();
        });
    app.blockAction(
        ANY,
        (request, context) -> {
          work(() -> pressed(request.getPayload()));
          return context.ack();
        });
    app.viewSubmission(
        ANY,
        (request, context) -> {
          work(() -> submitted(request.getPayload()));
          return context.ack();
        });
    app.messageShortcut(
        ANY,
        (request, context) -> {
          work(() -> aboutMessage(request.getPayload()));
          return context.ack();
        });
    app.globalShortcut(
        ANY,
        (request, context) -> {
          work(() -> anew(request.getPayload()));
          return context.ack();
        });
    messages(app);
  }

  private void messages(App app) {
    app.event(
        AppMentionEvent.class,
        (payload, context) -> {
          work(() -> mentioned(payload));
          return context.ack();
        });
    app.event(
        MessageEvent.class,
        (payload, context) -> {
          work(() -> written(payload));
          return context.ack();
        });
    app.event(
        MessageThreadBroadcastEvent.class,
        (payload, context) -> {
          work(() -> broadcast(payload));
          return context.ack();
        });
    app.event(
        MessageFileShareEvent.class,
        (payload, context) -> {
          work(() -> shared(payload));
          return context.ack();
        });
    app.event(
        MessageDeletedEvent.class,
        (payload, context) -> {
          work(() -> deleted(payload));
          return context.ack();
        });
    app.event(
        MessageChangedEvent.class,
        (payload, context) -> {
          work(() -> changed(payload));
          return context.ack();
        });
    app.event(
        AppHomeOpenedEvent.class,
        (payload, context) -> {
          work(() -> home(payload));
          return context.ack();
        });
  }

  // The last fence: nothing may break the socket, and a defect must be seen.
  private void work(Runnable task) {
    threads.execute(() -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.error("something that came from Slack could not be dealt with", e);
      }
    });
  }

  private void command(SlashCommandPayload said) {
    var reach = Reaches.of(said.getChannelId(), said.getChannelName(), null);
    var where = where(said.getTeamId(), said.getChannelId(), null, reach);
    var by = inbound.visitor(said.getTeamId(), said.getUserId());
    var contact = new Contact(where, by, said.getTriggerId(), said.getResponseUrl(), null);
    var id = SlackInbound.messageId(where.workspace(), where.channel(), said.getTriggerId());
    inbound.command(contact, id, Objects.requireNonNullElse(said.getText(), ""));
  }

  private void pressed(BlockActionPayload pressed) {
    var action = pressed.getActions().getFirst().getActionId();
    var workspace = pressed.getTeam().getId();
    var channel = pressed.getChannel();
    var message = pressed.getMessage();
    var thread = message == null ? null : message.getThreadTs();
    var id = channel == null ? "" : channel.getId();
    var reach = Reaches.of(id, channel == null ? null : channel.getName(), null);
    var by = inbound.visitor(workspace, pressed.getUser().getId());
    var where = where(workspace, id, thread, reach);
    var contact = new Contact(where, by, pressed.getTriggerId(), pressed.getResponseUrl(), null);
    if (action.equals(SlackHome.START)) {
      inbound.form(contact, new SlackForms.Carried(null, null, null));
    } else if (action.equals(SlackAnswers.CANCEL)) {
      inbound.cancelled(contact);
    } else {
      var press = SlackInbound.messageId(workspace, id, pressed.getTriggerId());
      Control.of(action).ifPresent(control -> inbound.pressed(contact, press, control));
    }
  }

  private void submitted(ViewSubmissionPayload sent) {
    var view = sent.getView();
    var workspace = sent.getTeam().getId();
    var carried = SlackForms.Carried.read(view).where();
    var chosen = SlackForms.conversation(view);
    var where =
        carried != null
            ? carried
            : chosen
                .map(id -> where(workspace, id, null, Reaches.of(id, null, null)))
                .orElseThrow(() -> new IllegalArgumentException("a form that leads nowhere"));
    var by = inbound.visitor(workspace, sent.getUser().getId());
    var contact = new Contact(where, by, sent.getTriggerId(), null, null);
    var id = SlackInbound.messageId(workspace, where.channel(), view.getId());
    inbound.submitted(contact, id, view);
  }

  private void aboutMessage(MessageShortcutPayload used) {
    var channel = used.getChannel();
    var message = used.getMessage();
    var thread = message == null ? null : message.getThreadTs();
    var reach = Reaches.of(channel.getId(), channel.getName(), null);
    var where = where(used.getTeam().getId(), channel.getId(), thread, reach);
    var by = inbound.visitor(where.workspace(), used.getUser().getId());
    var contact = new Contact(where, by, used.getTriggerId(), used.getResponseUrl(), null);
    inbound.form(contact, new SlackForms.Carried(where, used.getMessageTs(), null));
  }

  private void anew(GlobalShortcutPayload used) {
    var workspace = used.getTeam().getId();
    var by = inbound.visitor(workspace, used.getUser().getId());
    var where = where(workspace, "", null, Venue.Reach.DIRECT);
    var contact = new Contact(where, by, used.getTriggerId(), null, null);
    inbound.form(contact, new SlackForms.Carried(null, null, null));
  }

  private void mentioned(EventsApiPayload<AppMentionEvent> payload) {
    var event = payload.getEvent();
    if (event.getBotId() == null) {
      written(
          payload.getTeamId(),
          event.getChannel(),
          Reaches.of(event.getChannel(), null, null),
          event.getTs(),
          event.getThreadTs(),
          event.getUser(),
          event.getText());
    }
  }

  private void written(EventsApiPayload<MessageEvent> payload) {
    var event = payload.getEvent();
    if (event.getBotId() == null) {
      written(
          payload.getTeamId(),
          event.getChannel(),
          Reaches.of(event.getChannel(), null, event.getChannelType()),
          event.getTs(),
          event.getThreadTs(),
          event.getUser(),
          event.getText());
    }
  }

  private void broadcast(EventsApiPayload<MessageThreadBroadcastEvent> payload) {
    var event = payload.getEvent();
    written(
        payload.getTeamId(),
        event.getChannel(),
        Reaches.of(event.getChannel(), null, event.getChannelType()),
        event.getTs(),
        event.getThreadTs(),
        event.getUser(),
        event.getText());
  }

  private void shared(EventsApiPayload<MessageFileShareEvent> payload) {
    var event = payload.getEvent();
    written(
        payload.getTeamId(),
        event.getChannel(),
        Reaches.of(event.getChannel(), null, event.getChannelType()),
        event.getTs(),
        event.getThreadTs(),
        event.getUser(),
        event.getText());
  }

  private void written(
      String workspace,
      String channel,
      Venue.Reach reach,
      String ts,
      @Nullable String thread,
      @Nullable String user,
      @Nullable String text) {
    var bot = identity.user();
    if (user != null && text != null && bot != null && !user.equals(bot)) {
      inbound.written(
          new SlackInbound.Written(workspace, channel, reach, ts, thread, user, text, bot));
    }
  }

  private void deleted(EventsApiPayload<MessageDeletedEvent> payload) {
    var event = payload.getEvent();
    var previous = event.getPreviousMessage();
    var thread = previous == null ? null : previous.getThreadTs();
    deleted(payload.getTeamId(), event.getChannel(), thread, event.getDeletedTs());
  }

  // A deleted message with replies becomes a tombstone.
  private void changed(EventsApiPayload<MessageChangedEvent> payload) {
    var event = payload.getEvent();
    var message = event.getMessage();
    if (message != null && "tombstone".equals(message.getSubtype())) {
      deleted(payload.getTeamId(), event.getChannel(), message.getThreadTs(), message.getTs());
    }
  }

  private void deleted(String workspace, String channel, @Nullable String thread, String ts) {
    var reach = Reaches.of(channel, null, null);
    inbound.deleted(where(workspace, channel, thread, reach), ts);
  }

  private void home(EventsApiPayload<AppHomeOpenedEvent> payload) {
    var event = payload.getEvent();
    if ("home".equals(event.getTab())) {
      inbound.home(
          payload.getTeamId(),
          identity.address(),
          event.getUser(),
          (user, view) -> {
            var request =
                ViewsPublishRequest.builder().userId(user).viewAsString(view.toString()).build();
            var reply = api.call(client -> client.viewsPublish(request));
            if (!(reply instanceof SlackReply.Done<?>)) {
              LOG.warn("the home page could not be shown: {}", reply);
            }
          });
    }
  }

  private static Where where(
      String workspace, String channel, @Nullable String thread, Venue.Reach reach) {
    return new Where(SlackRenderer.PLATFORM, workspace, channel, thread, reach);
  }
}
