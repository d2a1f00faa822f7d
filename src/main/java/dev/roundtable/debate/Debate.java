package dev.roundtable.debate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A debate as its events so far make it. Immutable.
 *
 * @param ahead how many debates come before this one; 0 when it is its turn
 * @param form null until it is chosen
 * @param paper empty until there are options
 * @param stop the order that ends the present rounds, null if there is none
 * @param withdrawn the follow-ups that were taken back; their words are gone
 * @param hidden the answers whose words are out of sight
 * @param handled the messages of people that have been counted
 */
public record Debate(
    DebateEvent.Opened opened,
    int ahead,
    DebateEvent.@Nullable FormChosen form,
    BallotPaper paper,
    List<Round> rounds,
    List<Ruling> rulings,
    List<DebateEvent.FollowUpAsked> followUps,
    List<TeamVote> teamVotes,
    List<DebateEvent.ChairFailed> chairFailures,
    @Nullable StopOrder stop,
    Set<MessageId> withdrawn,
    Set<HiddenAnswer> hidden,
    Set<MessageId> handled) {
  public Debate {
    rounds = List.copyOf(rounds);
    rulings = List.copyOf(rulings);
    followUps = List.copyOf(followUps);
    teamVotes = List.copyOf(teamVotes);
    chairFailures = List.copyOf(chairFailures);
    withdrawn = Set.copyOf(withdrawn);
    hidden = Set.copyOf(hidden);
    handled = Set.copyOf(handled);
  }

  /** A debate in which nothing has happened but its opening. */
  public static Debate opened(DebateEvent.Opened opened) {
    return new Debate(
        opened,
        0,
        null,
        BallotPaper.EMPTY,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        Set.of(),
        Set.of(),
        Set.of());
  }

  /** Folds events, of which the first must be {@link DebateEvent.Opened}. */
  public static Debate of(List<DebateEvent> events) {
    if (events.isEmpty() || !(events.getFirst() instanceof DebateEvent.Opened opened)) {
      throw new IllegalArgumentException("a debate begins by being opened");
    }
    var debate = opened(opened);
    for (var event : events.subList(1, events.size())) {
      debate = debate.with(event);
    }
    return debate;
  }

  public DebateId id() {
    return opened.id();
  }

  public Question question() {
    return opened.question();
  }

  public Panel panel() {
    return opened.panel();
  }

  public Rules rules() {
    return opened.rules();
  }

  /** The latest round, nothing before the first. */
  public Optional<Round> lastRound() {
    return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.getLast());
  }

  /** The latest verdict, nothing before the first. */
  public Optional<Ruling> lastRuling() {
    return rulings.isEmpty() ? Optional.empty() : Optional.of(rulings.getLast());
  }

  /** What the panel had done when it reached that verdict, and nothing later. */
  public Debate asOf(int verdict) {
    var then = rulings.get(verdict - 1);
    return new Debate(
        opened,
        ahead,
        form,
        paper,
        rounds.subList(0, then.lastRound()),
        rulings.subList(0, verdict),
        followUps,
        teamVotes,
        chairFailures,
        null,
        withdrawn,
        hidden,
        handled);
  }

  /** The last valid vote of each seat that has one, in the order of the panel. */
  public SequencedMap<SeatId, Ballot.Vote> lastVotes() {
    return votesUntil(Integer.MAX_VALUE);
  }

  /** The last valid vote of each seat up to and with that round, in the order of the panel. */
  public SequencedMap<SeatId, Ballot.Vote> votesUntil(int round) {
    var last = new LinkedHashMap<SeatId, Ballot.Vote>();
    for (var held : rounds) {
      if (held.number() <= round) {
        held.votes().forEach(vote -> last.put(vote.seat(), vote));
      }
    }
    var ordered = new LinkedHashMap<SeatId, Ballot.Vote>();
    for (var seat : panel().seats()) {
      var vote = last.get(seat.id());
      if (vote != null) {
        ordered.put(seat.id(), vote);
      }
    }
    return ordered;
  }

  /** The count as it stands after that round. */
  public Tally tallyAfter(int round) {
    return tally(List.copyOf(votesUntil(round).values()));
  }

  /** The count of the last valid votes. */
  public Tally tally() {
    return tallyAfter(Integer.MAX_VALUE);
  }

  Tally tally(List<Ballot.Vote> votes) {
    var casts =
        votes.stream()
            .map(vote -> new Tally.Cast(vote.option(), panel().seat(vote.seat()).weight()))
            .toList();
    return Tally.count(paper, casts);
  }

  /** Every change of mind, in order of rounds and within them of the panel. */
  public List<Change> changes() {
    return Changes.in(this);
  }

  /** Messages that no round has taken up yet. */
  public List<DebateEvent.FollowUpAsked> waitingFollowUps() {
    var taken = new LinkedHashSet<>(withdrawn);
    rounds.forEach(round -> taken.addAll(round.opened().followUps()));
    return followUps.stream().filter(followUp -> !taken.contains(followUp.message())).toList();
  }

  /** Whether any seat voted in the rounds that led to that verdict. */
  public boolean isAnswered(Ruling ruling) {
    return rounds.stream()
        .filter(round -> round.number() >= ruling.firstRound())
        .filter(round -> round.number() <= ruling.lastRound())
        .anyMatch(round -> !round.votes().isEmpty());
  }

  public Optional<DebateEvent.FollowUpAsked> followUp(MessageId message) {
    return followUps.stream().filter(asked -> asked.message().equals(message)).findFirst();
  }

  /** What models read instead of a person's name: {@code Person A} for whoever spoke up first. */
  public String alias(Person person) {
    var speakers = followUps.stream().map(asked -> asked.person().id()).distinct().toList();
    int index = Math.max(0, speakers.indexOf(person.id()));
    var letter = String.valueOf((char) ('A' + index % 26));
    return "Person " + (index < 26 ? letter : letter + index / 26);
  }

  /** The seats that have not handed in a ballot for the open round; none if no round is open. */
  public List<Seat> awaited() {
    return lastRound()
        .filter(Round::isOpen)
        .map(round ->
            panel().seats().stream().filter(seat -> round.of(seat.id()).isEmpty()).toList())
        .orElse(List.of());
  }

  /** Whether the latest verdict covers every round and has its summary. */
  public boolean settled() {
    return lastRuling()
        .filter(ruling -> ruling.lastRound() == rounds.size() && ruling.summary() != null)
        .isPresent();
  }

  /** Whether its turn has come and it has not come to its verdict. */
  public boolean underWay() {
    return ahead == 0 && !settled();
  }

  /** Everything spent so far. */
  public Cost cost() {
    return costs().stream().reduce(Cost.NOTHING, Cost::plus);
  }

  /** What each answer so far has cost. */
  public List<Cost> costs() {
    var spent = new ArrayList<Provenance>();
    if (form != null) {
      spent.add(form.spent());
    }
    for (var round : rounds) {
      round.cast().forEach(cast -> spent.add(cast.provenance()));
      if (round.grouping() != null) {
        spent.add(round.grouping().spent());
      }
    }
    for (var ruling : rulings) {
      if (ruling.summary() != null) {
        spent.add(ruling.summary().spent());
      }
    }
    chairFailures.forEach(failure -> spent.add(failure.spent()));
    return spent.stream().map(Provenance::cost).toList();
  }

  /** This debate after that event. */
  public Debate with(DebateEvent event) {
    if (event instanceof DebateEvent.FromPerson person && handled.contains(person.message())) {
      return this;
    }
    return new DebateDraft(this).after(event);
  }

  /** Each person's last vote before the first verdict was shown. */
  public Tally teamTallyBefore() {
    return teamTally(teamVotes.stream().filter(vote -> vote.verdictsSeen() == 0).toList());
  }

  /** Each person's standing vote. */
  public Tally teamTally() {
    return teamTally(teamVotes);
  }

  private Tally teamTally(List<TeamVote> votes) {
    Map<String, TeamVote> last = new LinkedHashMap<>();
    votes.forEach(vote -> last.merge(vote.person().id(), vote, TeamVote::or));
    return Tally.count(
        paper,
        last.values().stream().map(vote -> new Tally.Cast(vote.option(), Weight.ONE)).toList());
  }

  /** That person's standing vote, nothing if there is none. */
  public Optional<TeamVote> teamVote(Person person) {
    return teamVotes.stream()
        .filter(vote -> vote.person().id().equals(person.id()))
        .reduce(TeamVote::or);
  }
}
