package dev.roundtable.archive;

import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.StopOrder;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;

/** Who did what and when, without what was said. Part of its caller's transaction. */
record Audit(InstantSource clock) {
  /** Notes what the event says of a person, if it is to be looked up later. */
  void event(Handle handle, String debate, DebateEvent event) {
    switch (event) {
      case DebateEvent.Opened opened -> debate(handle, debate, "asked", opened.asker().id());
      case DebateEvent.StopRequested(_, StopOrder.Stop(var by)) ->
          debate(handle, debate, "stopped", by.id());
      case DebateEvent.StopRequested(_, StopOrder.FinishNow(var by)) ->
          debate(handle, debate, "finished", by.id());
      case DebateEvent.FollowUpAsked asked when asked.opensRound() ->
          debate(handle, debate, "followed-up", asked.person().id());
      case DebateEvent.AnswerHidden hidden ->
          debate(handle, debate, "answer-hidden", hidden.by().id());
      case DebateEvent.StopRequested _,
          DebateEvent.FollowUpAsked _,
          DebateEvent.InLine _,
          DebateEvent.FormChosen _,
          DebateEvent.RoundOpened _,
          DebateEvent.BallotCast _,
          DebateEvent.AnswerCameLate _,
          DebateEvent.PositionsGrouped _,
          DebateEvent.ChairFailed _,
          DebateEvent.RoundClosed _,
          DebateEvent.VerdictReached _,
          DebateEvent.SummaryWritten _,
          DebateEvent.FollowUpWithdrawn _,
          DebateEvent.TeamVoted _,
          DebateEvent.LimitReached _ -> {}
    }
  }

  /** Notes what was done with a debate. */
  void debate(Handle handle, String debate, String done, String by) {
    note(handle, done, debate, "", by);
  }

  /** Notes that somebody chose what holds in a channel, or in a whole workspace. */
  void settings(Handle handle, String platform, String workspace, String channel, Person by) {
    var place = platform + "/" + workspace + (channel.isEmpty() ? "" : "/" + channel);
    note(handle, "settings-changed", "", place, by.id());
  }

  private void note(Handle handle, String done, String debate, String place, String by) {
    handle.execute(
        "insert into audit (at_millis, done, debate_id, place, done_by) values (?, ?, ?, ?, ?)",
        clock.millis(),
        done,
        debate,
        place,
        by);
  }
}
