package dev.roundtable.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.chat.Control;
import dev.roundtable.chat.Message;
import dev.roundtable.transcript.Words;
import java.util.List;

/** Controls as Slack's buttons; what cannot be taken back asks first. */
final class SlackButtons {
  private static final String PRIMARY = "primary";
  private static final String DANGER = "danger";

  private final Words words;

  SlackButtons(Words words) {
    this.words = words;
  }

  List<ObjectNode> of(List<Control> controls) {
    return controls.stream().map(this::of).toList();
  }

  ObjectNode of(Control control) {
    return switch (control) {
      case Control.Stop stop ->
          asking(styled(stop, "slack.button.stop", DANGER), "slack.stop.ask", "slack.button.stop");
      case Control.Delete delete ->
          asking(
              styled(delete, "slack.button.delete", DANGER),
              "slack.delete.ask",
              "slack.button.delete");
      case Control.FinishNow finish -> styled(finish, "slack.button.finish", PRIMARY);
      case Control.AnotherRound again -> styled(again, "slack.button.round", PRIMARY);
      case Control.AskFollowUp ask -> button(ask, "slack.button.follow");
      case Control.RunAgain again -> button(again, "slack.button.again");
      case Control.TeamDecides team -> button(team, "slack.button.team");
      case Control.ReadFull read -> button(read, "slack.button.full");
      case Control.MinorityView minority -> button(minority, "slack.button.minority");
      case Control.Transcript transcript -> button(transcript, "slack.button.transcript");
      case Control.StartDraft start -> styled(start, "slack.button.start", PRIMARY);
      case Control.TeamVote vote ->
          SlackBlocks.button(vote.id(), Character.toString(vote.letter()));
    };
  }

  ObjectNode vote(Message.TeamOption option) {
    var label = option.vote().letter() + " · " + option.label();
    return SlackBlocks.button(option.vote().id(), label);
  }

  private ObjectNode button(Control control, String label) {
    return SlackBlocks.button(control.id(), words.say(label));
  }

  private ObjectNode styled(Control control, String label, String style) {
    return button(control, label).put("style", style);
  }

  private ObjectNode asking(ObjectNode button, String question, String yes) {
    var confirm = button.putObject("confirm");
    confirm.set("title", SlackBlocks.plain(words.say(yes), 100));
    confirm.set("text", SlackBlocks.plain(words.say(question), 300));
    confirm.set("confirm", SlackBlocks.plain(words.say(yes), 30));
    confirm.set("deny", SlackBlocks.plain(words.say("slack.button.cancel"), 30));
    return button;
  }
}
