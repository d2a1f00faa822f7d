package dev.roundtable.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.view.View;
import dev.roundtable.chat.Control;
import dev.roundtable.debate.Venue;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  // Where the app was installed for a whole organisation, Slack may name no team.
  private static String workspace(
      Optional<String> team, @Nullable String ofUser, @Nullable View view) {
    var shown = Optional.ofNullable(view);
    return Stream.of(
            shown.map(View::getAppInstalledTeamId),
            team,
            Optional.ofNullable(ofUser),
            shown.map(View::getTeamId))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Slack names no workspace"));
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
    var team = Optional.ofNullable(pressed.getTeam()).map(BlockActionPayload.Team::getId);
    var workspace = workspace(team, pressed.getUser().getTeamId(), pressed.getView());
    var channel = pressed.getChannel();
    var thread = threadOf(pressed);
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

  // What one person alone can see is no message that Slack hands back.
  private static @Nullable String threadOf(BlockActionPayload pressed) {
    var message = pressed.getMessage();
    var container = pressed.getContainer();
    return message != null
        ? message.getThreadTs()
        : container == null ? null : container.getThreadTs();
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
    var team = Optional.ofNullable(sent.getTeam()).map(ViewSubmissionPayload.Team::getId);
    var workspace = workspace(team, sent.getUser().getTeamId(), view);
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
    var team = Optional.ofNullable(used.getTeam()).map(MessageShortcutPayload.Team::getId);
    var workspace = workspace(team, used.getUser().getTeamId(), null);
    var where = SlackInbound.where(workspace, channel.getId(), thread, reach);
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
    var team = Optional.ofNullable(used.getTeam()).map(GlobalShortcutPayload.Team::getId);
    var workspace = workspace(team, used.getUser().getTeamId(), null);
    var by = inbound.visitor(workspace, used.getUser().getId());
    var where = SlackInbound.where(workspace, "", null, Venue.Reach.DIRECT);
    inbound.form(new Contact(where, by, used.getTriggerId(), null, null), NOTHING_YET);
  }
}
