package dev.roundtable.debate;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Compares what a chair claims with what was counted. When in doubt it finds a contradiction, since
 * the bot's own words then stand in the text's place.
 */
final class SummaryCheck {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final String CLAUSE_ENDS =
      "[,;:()\\n—–]|\\b(?:but|while|whereas|although|though|because|since|who|which|aber|während"
          + "|obwohl|doch|weil|denn)\\b";
  private static final Pattern CLAUSE_END = Pattern.compile(CLAUSE_ENDS, FLAGS);
  private static final Pattern PART_END =
      Pattern.compile(CLAUSE_ENDS + "|\\b(?:and|und)\\b", FLAGS);

  private final Tally tally;
  private final List<OptionId> leaders;
  private final OptionMentions mentions;

  private SummaryCheck(BallotPaper paper, Verdict verdict) {
    tally = verdict.count().tally();
    leaders = leaders(verdict);
    mentions = new OptionMentions(paper);
  }

  /** The first contradiction, nothing if the draft agrees with the verdict. */
  static Optional<Contradiction> contradiction(
      ChairReply.SummaryDraft draft, BallotPaper paper, Verdict verdict) {
    var tally = verdict.count().tally();
    if (!new HashSet<>(draft.winners()).equals(new HashSet<>(leaders(verdict)))) {
      return Optional.of(new Contradiction.OtherWinner());
    }
    for (var line : tally.lines()) {
      if (draft.votes().getOrDefault(line.option(), 0) != line.votes()) {
        return Optional.of(new Contradiction.OtherCounts());
      }
    }
    int counted = draft.votes().values().stream().mapToInt(Integer::intValue).sum();
    if (counted != tally.votes()) {
      return Optional.of(new Contradiction.OtherCounts());
    }
    var text = draft.summary().text();
    return text == null ? Optional.empty() : new SummaryCheck(paper, verdict).in(text);
  }

  private static List<OptionId> leaders(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Won won -> List.of(won.winner());
      case Verdict.Tied tied -> tied.leaders();
      case Verdict.NoQuorum _ -> List.of();
    };
  }

  private Optional<Contradiction> in(String text) {
    for (var sentence : sentences(mentions.mark(text))) {
      if (countsOtherwise(sentence)) {
        return Optional.of(new Contradiction.OtherCounts());
      }
      var winner = otherWinnerIn(sentence);
      if (winner.isPresent()) {
        return winner.map(Contradiction.TextNamesWinner::new);
      }
    }
    return Optional.empty();
  }

  private boolean countsOtherwise(String sentence) {
    return VerdictWords.countsAfterOption(sentence).stream()
            .anyMatch(found -> !isCountOf(option(found), number(found)))
        || (!VerdictWords.tellsOfMoves(sentence)
            && VerdictWords.votersBeforeOption(sentence).stream()
                .anyMatch(found -> number(found) > tally.line(option(found)).votes()));
  }

  private OptionId option(MatchResult found) {
    return mentions.of(found.group("option").charAt(0));
  }

  private static int number(MatchResult found) {
    return VerdictWords.value(found.group("number"));
  }

  private boolean isCountOf(OptionId option, int number) {
    var line = tally.line(option);
    return line.votes() == number || line.weight() == number * 1000L;
  }

  private Optional<OptionId> otherWinnerIn(String sentence) {
    var positive = OptionMentions.withoutOpponents(sentence);
    var named = mentions.in(positive);
    if (named.isEmpty()) {
      return mentions.in(sentence).stream()
          .filter(denied -> leaders.contains(denied) && VerdictWords.claims(sentence))
          .findFirst();
    }
    if (leaders.size() > 1) {
      return onlySomeOfTheTied(positive, named);
    }
    if (named.stream().noneMatch(leaders::contains) && saysWhoWon(positive, named)) {
      return Optional.of(named.getFirst());
    }
    return PART_END
        .splitAsStream(positive)
        .flatMap(clause -> claimed(clause).stream())
        .filter(winner -> !leaders.contains(winner))
        .findFirst();
  }

  // Counts may be told of an option that lost, as long as they are its own.
  private boolean saysWhoWon(String sentence, List<OptionId> named) {
    return VerdictWords.claims(sentence)
        || VerdictWords.numbers(sentence).stream()
            .anyMatch(number -> named.stream().noneMatch(option -> isCountOf(option, number)));
  }

  // Of a tie, what is said about who won has to name all that lead, or call it a tie.
  private Optional<OptionId> onlySomeOfTheTied(String sentence, List<OptionId> named) {
    boolean partial = !named.containsAll(leaders) && !VerdictWords.callsATie(sentence);
    if (partial && saysWhoWon(sentence, named)) {
      return Optional.of(named.getFirst());
    }
    return CLAUSE_END
        .splitAsStream(sentence)
        .filter(clause -> VerdictWords.claims(clause) && !VerdictWords.callsATie(clause))
        .map(mentions::in)
        .filter(winners -> !winners.isEmpty() && !winners.containsAll(leaders))
        .map(List::getFirst)
        .findFirst();
  }

  private Collection<OptionId> claimed(String clause) {
    var winners = new ArrayList<OptionId>();
    for (var claim : VerdictWords.ofWhatIsBefore(clause)) {
      nearest(
              mentions.in(clause.substring(0, claim.start())).reversed(),
              mentions.in(clause.substring(claim.end())))
          .ifPresent(winners::add);
    }
    for (var claim : VerdictWords.ofWhatIsAfter(clause)) {
      nearest(
              mentions.in(clause.substring(claim.end())),
              mentions.in(clause.substring(0, claim.start())).reversed())
          .ifPresent(winners::add);
    }
    return winners;
  }

  private static Optional<OptionId> nearest(List<OptionId> first, List<OptionId> second) {
    return first.stream().findFirst().or(() -> second.stream().findFirst());
  }

  private static List<String> sentences(String text) {
    var breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    breaks.setText(text);
    var sentences = new ArrayList<String>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      sentences.add(text.substring(start, end));
    }
    return sentences;
  }
}
