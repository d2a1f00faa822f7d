package dev.roundtable.chat;

import dev.roundtable.debate.DebateId;
import java.util.Optional;

/** Something that can be pressed under a message. Its id survives restarts. */
public sealed interface Control {
  DebateId debate();

  /** Ends the debate now, with the votes that stand. */
  record Stop(DebateId debate) implements Control {}

  /** Asks for the verdict without waiting for the missing seats. */
  record FinishNow(DebateId debate) implements Control {}

  /** Runs another round, about what was collected if anything was. */
  record AnotherRound(DebateId debate) implements Control {}

  /** Opens a form for a follow-up. */
  record AskFollowUp(DebateId debate) implements Control {}

  /** Asks the same question in a new debate. */
  record RunAgain(DebateId debate) implements Control {}

  /** Leaves a tie to the team: brings the team's buttons to the end of the channel. */
  record TeamDecides(DebateId debate) implements Control {}

  /**
   * Casts or changes the presser's secret vote.
   *
   * @param letter of the option on the ballot
   */
  record TeamVote(DebateId debate, char letter) implements Control {}

  /** Shows the presser a section in full. */
  record ReadFull(DebateId debate, String section) implements Control {}

  /** Shows the presser what was said for the options that lost. */
  record MinorityView(DebateId debate) implements Control {}

  /** Gives the presser the transcript. */
  record Transcript(DebateId debate) implements Control {}

  /** Takes the debate away everywhere, after a confirmation. */
  record Delete(DebateId debate) implements Control {}

  /** Starts what was drafted and shown before. */
  record StartDraft(DebateId debate) implements Control {}

  /** The id, at most 100 characters of ASCII. */
  default String id() {
    return ControlId.of(this);
  }

  /** The control of that id, nothing if it is none of ours. */
  static Optional<Control> of(String id) {
    return ControlId.read(id);
  }
}
