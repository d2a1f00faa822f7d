package dev.roundtable.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.chat.Control;
import dev.roundtable.chat.Message;
import dev.roundtable.discord.Components.Look;
import dev.roundtable.transcript.Words;
import java.util.List;
import java.util.Optional;

/** What can be pressed, as Discord's buttons. */
final class Buttons {
  private final Words words;

  Buttons(Words words) {
    this.words = words;
  }

  List<ObjectNode> of(List<Control> controls) {
    return controls.stream().map(this::of).flatMap(Optional::stream).toList();
  }

  List<ObjectNode> team(List<Message.TeamOption> team) {
    return team.stream()
        .map(option -> {
          var label = option.vote().letter() + " · " + option.label();
          return button(Look.SECONDARY, label, option.vote());
        })
        .toList();
  }

  private Optional<ObjectNode> of(Control control) {
    return switch (control) {
      case Control.Stop _ -> Optional.of(said(Look.DANGER, "discord.button.stop", control));
      case Control.FinishNow _ -> Optional.of(said(Look.PRIMARY, "discord.button.finish", control));
      case Control.AnotherRound _ ->
          Optional.of(said(Look.PRIMARY, "discord.button.round", control));
      case Control.AskFollowUp _ ->
          Optional.of(said(Look.PRIMARY, "discord.button.follow", control));
      case Control.RunAgain _ -> Optional.of(said(Look.SECONDARY, "discord.button.again", control));
      case Control.TeamDecides _ ->
          Optional.of(said(Look.SECONDARY, "discord.button.team", control));
      case Control.TeamVote(_, var letter) ->
          Optional.of(button(Look.SECONDARY, String.valueOf(letter), control));
      case Control.MinorityView _ ->
          Optional.of(said(Look.SECONDARY, "discord.button.minority", control));
      case Control.Transcript _ ->
          Optional.of(said(Look.SECONDARY, "discord.button.transcript", control));
      case Control.Delete _ -> Optional.of(said(Look.DANGER, "discord.button.delete", control));
      case Control.StartDraft _ -> Optional.of(said(Look.SUCCESS, "discord.button.start", control));
      // Nothing is cut short here: what does not fit is in a file below the message.
      case Control.ReadFull _ -> Optional.empty();
    };
  }

  private ObjectNode said(Look look, String key, Control control) {
    return button(look, words.say(key), control);
  }

  private static ObjectNode button(Look look, String label, Control control) {
    return Components.button(look, DiscordText.bare(label, DiscordLimits.LABEL), control.id());
  }
}
