package dev.roundtable.debate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Picks the best argument of each side from the ballots, without a model. */
final class StrongestPoints {
  private static final int MAX_WORDS = 60;
  private static final int MAX_CHARS = 500;

  private StrongestPoints() {}

  /** One point for each option that got a vote, in the order of the paper. */
  static List<Point> of(Debate debate) {
    var points = new ArrayList<Point>();
    var convinced = convinced(debate);
    for (var option : debate.paper().ids()) {
      ranked(debate, option, convinced).stream()
          .findFirst()
          .map(StrongestPoints::point)
          .ifPresent(points::add);
    }
    return points;
  }

  /** The summary that stands when no chair wrote one. */
  static Summary summary(Debate debate, Verdict verdict) {
    var strongest = strongest(debate);
    return new Summary(null, strongest, counterpoints(debate, verdict, strongest), null);
  }

  private static SequencedMap<OptionId, String> strongest(Debate debate) {
    var strongest = new LinkedHashMap<OptionId, String>();
    of(debate).forEach(point -> strongest.put(point.option(), point.text()));
    return strongest;
  }

  /** The chair's summary, with what it left out taken from the ballots. */
  static Summary completed(Summary chairs, Debate debate, Verdict verdict) {
    var strongest = completed(chairs.strongest(), strongest(debate));
    var chosen = new LinkedHashMap<>(chairs.counterpoints());
    chosen.entrySet().removeIf(point -> repeats(point.getValue(), strongest.get(point.getKey())));
    return new Summary(
        chairs.text(),
        strongest,
        completed(chosen, counterpoints(debate, verdict, strongest)),
        chairs.wouldChange());
  }

  private static Map<OptionId, String> completed(
      Map<OptionId, String> chairs, Map<OptionId, String> own) {
    var completed = new LinkedHashMap<>(chairs);
    own.forEach(completed::putIfAbsent);
    return completed;
  }

  // In the order of the panel: taken as they arrived, the same debate would not read the same
  // twice.
  private static List<Ballot.Vote> votesFor(OptionId option, Round round, Panel panel) {
    return panel.seats().stream()
        .flatMap(seat -> round.of(seat.id()).stream())
        .flatMap(cast -> round.vote(cast.ballot()).stream())
        .filter(vote -> vote.option().equals(option))
        .toList();
  }

  // What else was said for a losing option, if only in an earlier round.
  private static SequencedMap<OptionId, String> counterpoints(
      Debate debate, Verdict verdict, Map<OptionId, String> strongest) {
    var counterpoints = new LinkedHashMap<OptionId, String>();
    var convinced = convinced(debate);
    var winner = verdict.winnerIfAny();
    for (var option : debate.paper().ids()) {
      if (winner.isPresent() && !winner.get().equals(option)) {
        var votes = new ArrayList<>(ranked(debate, option, convinced));
        for (var round : debate.rounds().reversed()) {
          votes.addAll(votesFor(option, round, debate.panel()));
        }
        votes.stream()
            .filter(vote -> !vote.reasons().isBlank())
            .map(vote -> point(vote).text())
            .filter(text -> !repeats(text, strongest.get(option)))
            .findFirst()
            .ifPresent(text -> counterpoints.put(option, text));
      }
    }
    return counterpoints;
  }

  // One within the other is the same again, with a word on how the seat came to it.
  private static boolean repeats(String text, @Nullable String printed) {
    if (printed == null) {
      return false;
    }
    var words = WordSet.of(text);
    var others = WordSet.of(Excerpt.of(printed, MAX_WORDS, MAX_CHARS));
    return words.overlap(others) >= Digest.DUPLICATE
        || words.shareIn(others) >= Digest.DUPLICATE
        || others.shareIn(words) >= Digest.DUPLICATE;
  }

  // What moved others counts most, then how sure its seat is, then how much it says.
  private static List<Ballot.Vote> ranked(
      Debate debate, OptionId option, Map<SeatId, Integer> convinced) {
    return debate.lastVotes().values().stream()
        .filter(vote -> vote.option().equals(option) && !vote.reasons().isBlank())
        .sorted(
            Comparator.comparingInt((Ballot.Vote v) -> -convinced.getOrDefault(v.seat(), 0))
                .thenComparingDouble(vote -> -(vote.confidence() == null ? 0 : vote.confidence()))
                .thenComparingInt(vote -> -Math.min(vote.reasons().length(), MAX_CHARS)))
        .toList();
  }

  // How many changes of mind each seat's arguments brought about.
  private static Map<SeatId, Integer> convinced(Debate debate) {
    var convinced = new HashMap<SeatId, Integer>();
    for (var change : debate.changes()) {
      var because = change.because();
      var round = debate.rounds().get(change.round() - 1);
      if (because != null
          && round.argument(because).orElse(null) instanceof Argument.OfSeats said) {
        said.authors().forEach(author -> convinced.merge(author, 1, Integer::sum));
      }
    }
    return convinced;
  }

  private static Point point(Ballot.Vote vote) {
    var text = Excerpt.of(vote.reasons(), MAX_WORDS, MAX_CHARS);
    return new Point(vote.option(), vote.seat(), text);
  }
}
