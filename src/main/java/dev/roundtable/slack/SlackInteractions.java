package dev.roundtable.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import dev.roundtable.chat.Control;
import dev.roundtable.debate.Venue;
import java.util.Objects;

/** What people do with the bot's command, its buttons, its forms and its shortcuts. */
final class SlackInteractions {
  /** What the manifest calls the shortcuts of a message. */
  private static final String REPORT = "rt_report_message";

  private static final String HIDE = "rt_hide_message";
  private static final SlackForms.Carried NOTHING_YET = new SlackForms.Carried(null, null, null);

  private final SlackInbound inbound;

  SlackInteractions(SlackInbound inbound) {
    this.inbound = inbound;
  }

  void command(SlashCommandPayload said) {
    var reach = Reaches.of(said.getChannelId(), said.getChannelName(), null);
    var where = SlackInbound.where(said.getTeamId(), said.getChannelId(), null, reach);
    var by = inbound.visitor(said.getTeamId(), said.getUserId());
    var contact = new Contact(where, by, said.getTriggerId(), said.getResponseUrl(), null);
    var id = SlackInbound.messageId(where.workspace(), where.channel(), said.getTriggerId());
    inbound.command(contact, id, Objects.requireNonNullElse(said.getText(), ""));
  }

  void pressed(BlockActionPayload pressed) {
    var action = pressed.getActions().getFirst();
    var workspace = pressed.getTeam().getId();
    var channel = pressed.getChannel();
    var message = pressed.getMessage();
    var thread = message == null ? null : message.getThreadTs();
    var id = channel == null ? "" : channel.getId();
    var reach = Reaches.of(id, channel == null ? null : channel.getName(), null);
    var by = inbound.visitor(workspace, pressed.getUser().getId());
    var where = SlackInbound.where(workspace, id, thread, reach);
    var contact = new Contact(where, by, pressed.getTriggerId(), pressed.getResponseUrl(), null);
    switch (action.getActionId()) {
      case SlackHome.START -> inbound.form(contact, NOTHING_YET);
      case SlackAnswers.CANCEL -> inbound.cancelled(contact);
      case SlackAnswers.AS_FILE -> asFile(pressed, contact);
      default -> {
        var press = SlackInbound.messageId(workspace, id, pressed.getTriggerId());
        Control.of(action.getActionId())
            .ifPresent(control -> inbound.pressed(contact, press, control, action.getActionTs()));
      }
    }
  }

  // Over the chat there is no channel; the page carries it along.
  private void asFile(BlockActionPayload pressed, Contact by) {
    var carried = SlackForms.Carried.read(pressed.getView());
    var where = carried.where();
    var debate = carried.debate();
    if (where != null && debate != null) {
      inbound.asFile(
          new Contact(where, by.by(), by.trigger(), by.responseUrl(), by.message()), debate);
    }
  }

  void submitted(ViewSubmissionPayload sent) {
    var view = sent.getView();
    var workspace = sent.getTeam().getId();
    var carried = SlackForms.Carried.read(view).where();
    var where =
        carried != null
            ? carried
            : SlackForms.conversation(view)
                .map(id -> SlackInbound.where(workspace, id, null, Reaches.of(id, null, null)))
                .orElseThrow(() -> new IllegalArgumentException("a form that leads nowhere"));
    var by = inbound.visitor(workspace, sent.getUser().getId());
    var contact = new Contact(where, by, sent.getTriggerId(), null, null);
    var id = SlackInbound.messageId(workspace, where.channel(), view.getId());
    inbound.submitted(contact, id, view);
  }

  void aboutMessage(MessageShortcutPayload used) {
    var channel = used.getChannel();
    var message = used.getMessage();
    var thread = message == null ? null : message.getThreadTs();
    var reach = Reaches.of(channel.getId(), channel.getName(), null);
    var where = SlackInbound.where(used.getTeam().getId(), channel.getId(), thread, reach);
    var by = inbound.visitor(where.workspace(), used.getUser().getId());
    var contact = new Contact(where, by, used.getTriggerId(), used.getResponseUrl(), null);
    switch (used.getCallbackId()) {
      case REPORT -> inbound.reported(contact, used.getMessageTs());
      case HIDE -> {
        var id = SlackInbound.messageId(where.workspace(), where.channel(), used.getTriggerId());
        inbound.hidden(contact, id, used.getMessageTs());
      }
      default -> inbound.form(contact, new SlackForms.Carried(where, used.getMessageTs(), null));
    }
  }

  void anew(GlobalShortcutPayload used) {
    var workspace = used.getTeam().getId();
    var by = inbound.visitor(workspace, used.getUser().getId());
    var where = SlackInbound.where(workspace, "", null, Venue.Reach.DIRECT);
    inbound.form(new Contact(where, by, used.getTriggerId(), null, null), NOTHING_YET);
  }
}
