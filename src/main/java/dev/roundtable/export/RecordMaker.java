package dev.roundtable.export;

import dev.roundtable.debate.Argument;
import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.BallotPaper;
import dev.roundtable.debate.Change;
import dev.roundtable.debate.Cost;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.Round;
import dev.roundtable.debate.Ruling;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.Tally;
import dev.roundtable.debate.TeamVote;
import dev.roundtable.debate.Tokens;
import dev.roundtable.debate.Verdict;
import dev.roundtable.debate.Weight;
import dev.roundtable.transcript.Headlines;
import dev.roundtable.transcript.Phrases;
import dev.roundtable.transcript.Words;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the record of a debate, seats in the order of the panel. */
final class RecordMaker {
  private final Debate debate;
  private final BallotPaper paper;
  private final Phrases phrases;

  RecordMaker(Debate debate, Words words) {
    this.debate = debate;
    this.paper = debate.paper();
    this.phrases = new Phrases(words);
  }

  DebateRecord make() {
    var verdicts = debate.rulings().stream().map(this::verdict).toList();
    var form = debate.form();
    return new DebateRecord(
        DebateRecord.SCHEMA_VERSION,
        debate.id().value(),
        debate.question().text(),
        form == null ? null : new DebateRecord.Form(name(form.form()), name(form.reason())),
        paper.options().stream()
            .map(o -> new DebateRecord.OptionRow(String.valueOf(o.letter()), o.label()))
            .toList(),
        debate.panel().name(),
        debate.panel().scripted(),
        debate.panel().chaired(),
        debate.panel().seats().stream()
            .map(seat ->
                new DebateRecord.SeatRow(
                    seat.id().value(), seat.name(), decimal(seat.weight().thousandths())))
            .toList(),
        debate.rounds().stream().map(this::round).toList(),
        verdicts,
        verdicts.isEmpty() ? null : verdicts.getLast(),
        debate.changes().stream().map(this::change).toList(),
        verdicts.isEmpty() ? null : verdicts.getLast().summary(),
        team(),
        debate.followUps().stream().map(this::followUp).toList(),
        cost(debate.cost()));
  }

  private DebateRecord.RoundRow round(Round round) {
    return new DebateRecord.RoundRow(
        round.number(),
        round.arguments().stream().map(this::argument).toList(),
        debate.panel().seats().stream()
            .flatMap(seat -> round.of(seat.id()).stream())
            .map(cast -> ballot(round, cast))
            .toList(),
        grouping(round));
  }

  // A round without any position groups nothing.
  private static @Nullable String grouping(Round round) {
    var grouping = round.grouping();
    return grouping == null || grouping.members().isEmpty() ? null : name(grouping.by());
  }

  private DebateRecord.ArgumentRow argument(Argument argument) {
    return switch (argument) {
      case Argument.OfSeats(var id, var option, var authors, var text) ->
          new DebateRecord.ArgumentRow(
              id.value(), paper.label(option), authors.stream().map(SeatId::value).toList(), text);
      case Argument.OfPerson(var id, var alias, _, var text) ->
          new DebateRecord.ArgumentRow(id.value(), null, List.of(alias), text);
    };
  }

  private DebateRecord.BallotRow ballot(Round round, DebateEvent.BallotCast cast) {
    var ballot = cast.ballot();
    var answered = ballot instanceof Ballot.Answered words ? words : null;
    var vote = round.vote(ballot);
    var change = change(round, ballot.seat());
    var provenance = cast.provenance();
    return new DebateRecord.BallotRow(
        ballot.seat().value(),
        vote.map(v -> paper.label(v.option())).orElse(null),
        ballot instanceof Ballot.Position position ? position.statement() : null,
        answered == null ? null : answered.confidence(),
        answered == null ? null : answered.reasons(),
        change.isPresent(),
        vote.map(Ballot.Vote::because).map(Objects::toString).orElse(null),
        change
            .filter(Change::withoutNewArgument)
            .map(_ -> "movedToMajorityWithoutNewArgument")
            .orElse(null),
        ballot instanceof Ballot.Abstention abstention ? CauseRows.row(abstention.cause()) : null,
        round.late().contains(ballot.seat()),
        provenance.modelId(),
        cast.latency().toMillis(),
        tokens(provenance.tokens()),
        cost(provenance.cost()),
        provenance.sources().stream()
            .map(source -> new DebateRecord.SourceRow(source.title(), source.url()))
            .toList());
  }

  private Optional<Change> change(Round round, SeatId seat) {
    return debate.changes().stream()
        .filter(change -> change.round() == round.number() && change.seat().equals(seat))
        .findFirst();
  }

  private DebateRecord.VerdictRow verdict(Ruling ruling) {
    var verdict = ruling.verdict();
    var count = verdict.count();
    var tally = count.tally();
    var leaders =
        switch (verdict) {
          case Verdict.Won won -> List.of(won.winner());
          case Verdict.Tied tied -> tied.leaders();
          case Verdict.NoQuorum _ -> List.<OptionId>of();
        };
    return new DebateRecord.VerdictRow(
        ruling.number(),
        name(verdict),
        verdict.winnerIfAny().map(paper::label).orElse(null),
        leaders.stream().map(paper::label).toList(),
        leaders.isEmpty() ? 0 : tally.line(leaders.getFirst()).votes(),
        tally.votes(),
        count.seats(),
        tally(tally),
        weights(tally),
        tally(count.lean()),
        count.afterDiscussion(),
        name(ruling.reached().reason()),
        Stream.concat(count.absent().stream(), count.standing().stream())
            .map(absence ->
                new DebateRecord.AbsenceRow(absence.seat().value(), phrases.cause(absence.cause())))
            .toList(),
        Headlines.of(debate, ruling, phrases),
        new SummaryRows(debate, phrases).row(ruling));
  }

  private Map<String, Integer> tally(Tally tally) {
    var counts = new LinkedHashMap<String, Integer>();
    tally.lines().forEach(line -> counts.put(paper.label(line.option()), line.votes()));
    return counts;
  }

  private Map<String, BigDecimal> weights(Tally tally) {
    var weights = new LinkedHashMap<String, BigDecimal>();
    tally.lines().forEach(line -> weights.put(paper.label(line.option()), decimal(line.weight())));
    return weights;
  }

  private DebateRecord.ChangeRow change(Change change) {
    var because = change.because();
    return new DebateRecord.ChangeRow(
        change.round(),
        change.seat().value(),
        paper.label(change.from()),
        paper.label(change.to()),
        because == null ? null : because.value(),
        because == null
            ? null
            : debate
                .rounds()
                .get(change.round() - 1)
                .argument(because)
                .map(Argument::text)
                .orElse(null));
  }

  private DebateRecord.@Nullable TeamRow team() {
    var now = debate.teamTally();
    if (now.votes() < TeamVote.MIN_VOTERS) {
      return null;
    }
    var before = debate.teamTallyBefore();
    return new DebateRecord.TeamRow(
        before.votes() < TeamVote.MIN_VOTERS ? null : tally(before), tally(now));
  }

  private DebateRecord.FollowUpRow followUp(DebateEvent.FollowUpAsked asked) {
    var round =
        debate.rounds().stream()
            .filter(held -> held.opened().followUps().contains(asked.message()))
            .map(Round::number)
            .findFirst();
    return new DebateRecord.FollowUpRow(asked.person().name(), asked.text(), round.orElse(null));
  }

  private static DebateRecord.@Nullable TokensRow tokens(@Nullable Tokens tokens) {
    return tokens == null
        ? null
        : new DebateRecord.TokensRow(tokens.prompt(), tokens.cached(), tokens.completion());
  }

  private static DebateRecord.CostRow cost(Cost cost) {
    return new DebateRecord.CostRow(cost.usd(), cost.complete());
  }

  private static BigDecimal decimal(long thousandths) {
    return new BigDecimal(Weight.print(thousandths));
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String name(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Unanimous _ -> "unanimous";
      case Verdict.Supermajority _ -> "supermajority";
      case Verdict.Majority _ -> "majority";
      case Verdict.Plurality _ -> "plurality";
      case Verdict.Tied _ -> "tied";
      case Verdict.NoQuorum _ -> "no-quorum";
    };
  }
}
