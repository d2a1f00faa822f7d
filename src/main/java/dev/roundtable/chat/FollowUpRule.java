package dev.roundtable.chat;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Venue;

/** Whether a reply starts a round by itself. */
final class FollowUpRule {
  private static final String ASIDE = "//";

  private FollowUpRule() {}

  /** People talking among themselves, which is no argument. */
  static boolean isAside(String text) {
    return text.stripLeading().startsWith(ASIDE);
  }

  /**
   * A picture, or whatever else has no words. To call the bot without a word is to ask for a round,
   * which where nobody else listens no call is needed for.
   */
  static boolean isWordless(Reply reply) {
    boolean calls = reply.toBot() && reply.where().reach() != Venue.Reach.DIRECT;
    return reply.text().isBlank() && !calls;
  }

  /** True if it starts one; else it is collected until somebody runs a round. */
  static boolean opensRound(Reply reply, Debate debate, FollowUps followUps) {
    return switch (followUps) {
      case EVERY_REPLY -> true;
      case MENTION -> reply.toBot();
      case ADDRESSED ->
          reply.toBot()
              || reply.where().reach() == Venue.Reach.DIRECT
              || (isAsker(reply, debate) && nobodyElseWrote(reply, debate));
    };
  }

  private static boolean isAsker(Reply reply, Debate debate) {
    return debate.opened().asker().id().equals(reply.by().person().id());
  }

  private static boolean nobodyElseWrote(Reply reply, Debate debate) {
    return debate.waitingFollowUps().stream()
        .allMatch(asked -> asked.person().id().equals(reply.by().person().id()));
  }
}
