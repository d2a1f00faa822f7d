package dev.roundtable.chat;

import dev.roundtable.debate.DebateId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How controls are named on a platform: {@code rt1:stop:DEBATE}, {@code rt1:vote:DEBATE:A}. */
final class ControlId {
  private static final String PREFIX = "rt1";
  private static final int PARTS = 4;

  private ControlId() {}

  static String of(Control control) {
    var debate = control.debate();
    return switch (control) {
      case Control.Stop _ -> id("stop", debate);
      case Control.FinishNow _ -> id("finish", debate);
      case Control.AnotherRound _ -> id("round", debate);
      case Control.AskFollowUp _ -> id("follow", debate);
      case Control.RunAgain _ -> id("again", debate);
      case Control.TeamDecides _ -> id("team", debate);
      case Control.TeamVote(_, var letter) -> id("vote", debate) + ":" + letter;
      case Control.ReadFull(_, var section) -> id("full", debate) + ":" + section;
      case Control.MinorityView _ -> id("minority", debate);
      case Control.Transcript _ -> id("transcript", debate);
      case Control.Delete _ -> id("delete", debate);
      case Control.StartDraft _ -> id("start", debate);
    };
  }

  private static String id(String word, DebateId debate) {
    return PREFIX + ":" + word + ":" + debate.value();
  }

  static Optional<Control> read(String id) {
    var parts = id.split(":", PARTS);
    if (parts.length < PARTS - 1 || !parts[0].equals(PREFIX)) {
      return Optional.empty();
    }
    DebateId debate;
    try {
      debate = new DebateId(parts[2]);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    return parts.length == PARTS
        ? about(parts[1], debate, parts[3])
        : Optional.ofNullable(plain(parts[1], debate));
  }

  private static Optional<Control> about(String word, DebateId debate, String what) {
    if (word.equals("vote") && what.length() == 1) {
      return Optional.of(new Control.TeamVote(debate, what.charAt(0)));
    }
    return word.equals("full") ? Optional.of(new Control.ReadFull(debate, what)) : Optional.empty();
  }

  private static @Nullable Control plain(String word, DebateId debate) {
    return switch (word) {
      case "stop" -> new Control.Stop(debate);
      case "finish" -> new Control.FinishNow(debate);
      case "round" -> new Control.AnotherRound(debate);
      case "follow" -> new Control.AskFollowUp(debate);
      case "again" -> new Control.RunAgain(debate);
      case "team" -> new Control.TeamDecides(debate);
      case "minority" -> new Control.MinorityView(debate);
      case "transcript" -> new Control.Transcript(debate);
      case "delete" -> new Control.Delete(debate);
      case "start" -> new Control.StartDraft(debate);
      default -> null;
    };
  }
}
