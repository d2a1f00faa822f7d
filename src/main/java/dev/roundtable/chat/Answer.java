package dev.roundtable.chat;

import dev.roundtable.debate.DebateId;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Transcript;
import java.util.List;

/** What the bot has to say to somebody who did something. */
public sealed interface Answer {
  /** The debate is open; its card comes by itself. */
  record Opened(DebateId debate) implements Answer {}

  /** Said to the person alone. */
  record Told(List<Block> blocks) implements Answer {
    public Told {
      blocks = List.copyOf(blocks);
    }

    /** One sentence. */
    public static Told sentence(String text) {
      return new Told(List.of(Block.paragraph(text)));
    }
  }

  /** A form to fill in, with what is known already. */
  record Form(Ask prefill, List<String> panels) implements Answer {
    public Form {
      panels = List.copyOf(panels);
    }
  }

  /** A form for a follow-up to the debate. */
  record FollowUpForm(DebateId debate) implements Answer {}

  /**
   * Shown to the person alone before anything is sent: what, to whom, at what cost.
   *
   * @param start what to press to go on
   */
  record Confirm(List<Block> blocks, Control.StartDraft start) implements Answer {
    public Confirm {
      blocks = List.copyOf(blocks);
    }
  }

  /** The whole transcript for the person alone, best as a file. */
  record Document(DebateId debate, Transcript transcript) implements Answer {}

  /** A form for what holds in a channel, with what was chosen before. */
  record SettingsForm(Where where, ChannelSettings chosen, List<String> panels) implements Answer {
    public SettingsForm {
      panels = List.copyOf(panels);
    }
  }

  /** A follow-up was heard; a sign is enough. */
  record Heard(DebateId debate) implements Answer {}

  /** Nothing is to be said: an aside, a repeat, people among themselves. */
  record Silence() implements Answer {}
}
