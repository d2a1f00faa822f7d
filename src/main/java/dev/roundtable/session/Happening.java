package dev.roundtable.session;

import dev.roundtable.debate.DebateEvent;
import java.util.List;

/** What a session at work is told; it takes one at a time. */
sealed interface Happening {
  record SeatAnswered(SeatCall call, Panelist.Reply reply) implements Happening {}

  record SeatTimeUp(SeatCall call) implements Happening {}

  record ChairAnswered(ChairCall call, Chair.Answer answer) implements Happening {}

  record ChairTimeUp(ChairCall call) implements Happening {}

  record InboxArrived() implements Happening {}

  record DeadlinePassed(int number) implements Happening {}

  record HandedOn() implements Happening {}

  record ToldToLeave() implements Happening {}

  record QuietPassed(List<DebateEvent.FollowUpAsked> waiting) implements Happening {}
}
