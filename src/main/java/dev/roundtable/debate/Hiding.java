package dev.roundtable.debate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words of one answer, and how each part of a debate reads without them. */
final class Hiding {
  private final DebateEvent.AnswerHidden gone;
  private final Ballot.Answered answer;
  private final WordSet words;

  private Hiding(DebateEvent.AnswerHidden gone, Ballot.Answered answer) {
    this.gone = gone;
    this.answer = answer;
    words = WordSet.of(answer.reasons() + " " + statement().orElse(""));
  }

  /** Nothing if that seat gave no answer in that round. */
  static Optional<Hiding> of(DebateEvent.AnswerHidden gone, List<Round> rounds) {
    return rounds.stream()
        .filter(round -> round.number() == gone.round())
        .flatMap(round -> round.answer(gone.seat()).stream())
        .map(answer -> new Hiding(gone, answer))
        .findFirst();
  }

  private Optional<String> statement() {
    return answer instanceof Ballot.Position position
        ? Optional.of(position.statement())
        : Optional.empty();
  }

  /** Until the seat answered anew, later rounds were shown what it had said then. */
  List<Round> rounds(List<Round> before) {
    var after = new ArrayList<Round>();
    boolean shown = false;
    for (var round : before) {
      if (shown) {
        after.add(round.withoutArgumentsBy(gone.seat()));
        shown = round.answer(gone.seat()).isEmpty();
      } else if (round.number() == gone.round()) {
        after.add(round.withoutWordsOf(gone.seat()));
        shown = true;
      } else {
        after.add(round);
      }
    }
    return after;
  }

  /**
   * A label keeps no word that nobody but this answer has said.
   *
   * @param rounds already without the answer's words
   */
  BallotPaper paper(BallotPaper before, List<Round> rounds) {
    var grouping = rounds.get(gone.round() - 1).grouping();
    var option = grouping == null ? null : grouping.members().get(gone.seat());
    if (statement().isEmpty() || grouping == null || option == null) {
      return before;
    }
    var others =
        rounds.get(gone.round() - 1).positions().stream()
            .filter(other -> option.equals(grouping.members().get(other.seat())))
            .filter(other -> !other.isHidden())
            .map(Ballot.Position::statement)
            .toList();
    return saysMoreThan(others, before.label(option))
        ? before.withLabel(option, label(others, before, option))
        : before;
  }

  private boolean saysMoreThan(List<String> others, String label) {
    var own = WordSet.of(statement().orElse("")).words();
    var kept = WordSet.of(String.join(" ", others)).words();
    return WordSet.of(label).words().stream()
        .anyMatch(word -> own.contains(word) && !kept.contains(word));
  }

  private static String label(List<String> others, BallotPaper paper, OptionId option) {
    var taken = paper.options().stream().map(Option::label).collect(Collectors.toSet());
    return others.stream()
        .map(Positions::label)
        .filter(label -> !taken.contains(label))
        .min(Comparator.comparingInt(String::length))
        .orElse(Option.HIDDEN + " " + paper.option(option).letter());
  }

  /**
   * Of what a chair wrote after the answer was given nobody can say where it comes from, so the
   * ballots that are left take its place.
   *
   * @param debate already without the answer's words
   */
  Ruling ruling(Ruling before, Debate debate) {
    if (before.lastRound() < gone.round()) {
      return before;
    }
    var without = before.withoutQuotes(gone.seat(), words);
    var written = before.summary();
    if (written == null) {
      return without;
    }
    var origin =
        written.origin() instanceof SummaryOrigin.ByChair
            ? new SummaryOrigin.AnswerHiddenSince()
            : written.origin();
    var summary = StrongestPoints.summary(debate.asOf(before.number()), before.verdict());
    return without.with(
        new DebateEvent.SummaryWritten(
            before.number(), summary.withoutQuotes(words), origin, written.spent()));
  }
}
