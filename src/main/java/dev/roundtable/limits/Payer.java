package dev.roundtable.limits;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Venue;

/** Whoever starts a round, and where. The ids are the platform's own. */
public record Payer(String platform, String workspace, String channel, Person person) {
  static Payer of(Venue venue, Person person) {
    return new Payer(venue.platform(), venue.workspace(), venue.channel(), person);
  }

  /** The asker, or the author of the latest follow-up that opens the next round. */
  static Payer ofNextRound(Debate debate) {
    var person =
        debate.waitingFollowUps().stream()
            .filter(DebateEvent.FollowUpAsked::opensRound)
            .map(DebateEvent.FollowUpAsked::person)
            .reduce(debate.opened().asker(), (_, later) -> later);
    return of(debate.opened().venue(), person);
  }
}
