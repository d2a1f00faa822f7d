package dev.roundtable.session;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Brief;
import dev.roundtable.debate.Cause;

/** A panelist speaks for its own seat only, and only of what its brief asked. */
final class BallotCheck {
  private BallotCheck() {}

  static Panelist.Reply check(Brief brief, Panelist.Reply reply) {
    var ballot = reply.ballot();
    if (!ballot.seat().equals(brief.seat())) {
      return unreadable(brief, reply, ballot.seat().value());
    }
    return switch (ballot) {
      case Ballot.Abstention _ -> reply;
      case Ballot.Position position ->
          brief.open() ? reply : unreadable(brief, reply, position.statement());
      case Ballot.Vote vote when brief.open() || !offers(brief, vote) ->
          unreadable(brief, reply, vote.option().value());
      case Ballot.Vote vote -> new Panelist.Reply(knownBecause(brief, vote), reply.provenance());
    };
  }

  private static boolean offers(Brief brief, Ballot.Vote vote) {
    return brief.options().stream().anyMatch(option -> option.id().equals(vote.option()));
  }

  private static Ballot.Vote knownBecause(Brief brief, Ballot.Vote vote) {
    boolean known =
        brief.arguments().stream().anyMatch(argument -> argument.id().equals(vote.because()));
    return known
        ? vote
        : new Ballot.Vote(vote.seat(), vote.option(), vote.reasons(), vote.confidence(), null);
  }

  private static Panelist.Reply unreadable(Brief brief, Panelist.Reply reply, String what) {
    var ballot = new Ballot.Abstention(brief.seat(), new Cause.Unreadable(what));
    return new Panelist.Reply(ballot, reply.provenance());
  }
}
