package dev.roundtable.debate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ballots of one pass, in the order in which they arrived.
 *
 * @param late the seats whose answer came after their time was up
 * @param grouping what made votes of an open round's positions, null until then
 * @param closed how it ended, null while it is open
 */
public record Round(
    DebateEvent.RoundOpened opened,
    List<DebateEvent.BallotCast> cast,
    Set<SeatId> late,
    DebateEvent.@Nullable PositionsGrouped grouping,
    DebateEvent.@Nullable RoundClosed closed) {
  public Round {
    cast = List.copyOf(cast);
    late = Set.copyOf(late);
  }

  static Round of(DebateEvent.RoundOpened opened) {
    return new Round(opened, List.of(), Set.of(), null, null);
  }

  public int number() {
    return opened.round();
  }

  public List<Argument> arguments() {
    return opened.arguments();
  }

  public boolean isOpen() {
    return closed == null;
  }

  /** What that seat handed in, nothing if it has not yet. */
  public Optional<DebateEvent.BallotCast> of(SeatId seat) {
    return cast.stream().filter(cast -> cast.ballot().seat().equals(seat)).findFirst();
  }

  /** What that seat answered, nothing if it has not or failed. */
  Optional<Ballot.Answered> answer(SeatId seat) {
    return of(seat)
        .map(DebateEvent.BallotCast::ballot)
        .filter(Ballot.Answered.class::isInstance)
        .map(Ballot.Answered.class::cast);
  }

  /** The valid votes; positions count once they are grouped. */
  public List<Ballot.Vote> votes() {
    return cast.stream().flatMap(cast -> vote(cast.ballot()).stream()).toList();
  }

  /** The vote that a ballot of this round counts as, nothing if it counts as none. */
  public Optional<Ballot.Vote> vote(Ballot ballot) {
    return switch (ballot) {
      case Ballot.Vote vote -> Optional.of(vote);
      case Ballot.Position position when grouping != null ->
          Optional.ofNullable(grouping.members().get(position.seat())).map(position::votesFor);
      case Ballot.Position _, Ballot.Abstention _ -> Optional.empty();
    };
  }

  public List<Ballot.Position> positions() {
    return cast.stream()
        .map(DebateEvent.BallotCast::ballot)
        .filter(Ballot.Position.class::isInstance)
        .map(Ballot.Position.class::cast)
        .toList();
  }

  /** The argument of that id, nothing if this round showed none such. */
  public Optional<Argument> argument(ArgumentId id) {
    return arguments().stream().filter(argument -> argument.id().equals(id)).findFirst();
  }

  Round with(DebateEvent.BallotCast ballot) {
    if (of(ballot.ballot().seat()).isPresent()) {
      throw new IllegalStateException(ballot.ballot().seat() + " has voted in this round");
    }
    var more = new ArrayList<>(cast);
    more.add(ballot);
    return new Round(opened, more, late, grouping, closed);
  }

  Round withoutWordsOf(MessageId withdrawn) {
    return new Round(opened.withoutWordsOf(withdrawn), cast, late, grouping, closed);
  }

  Round withoutWordsOf(SeatId seat) {
    var kept =
        cast.stream()
            .map(each -> each.ballot().seat().equals(seat) ? each.withoutWords() : each)
            .toList();
    return new Round(opened, kept, late, grouping, closed);
  }

  Round withoutArgumentsBy(SeatId seat) {
    return new Round(opened.withoutArgumentsBy(seat), cast, late, grouping, closed);
  }

  Round withLate(SeatId seat) {
    var more = new HashSet<>(late);
    more.add(seat);
    return new Round(opened, cast, more, grouping, closed);
  }

  Round with(DebateEvent.PositionsGrouped grouped) {
    return new Round(opened, cast, late, grouped, closed);
  }

  Round with(DebateEvent.RoundClosed closing) {
    return new Round(opened, cast, late, grouping, closing);
  }
}
