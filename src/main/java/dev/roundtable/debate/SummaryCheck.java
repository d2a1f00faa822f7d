package dev.roundtable.debate;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compares what a chair claims with what was counted. */
final class SummaryCheck {
  private static final Pattern CLAIM =
      Pattern.compile(
          "\\b(?:wins?|won|winner|winning|prevail\\w*|verdict|majority|consensus|unanimous\\w*"
              + "|(?:panel|roundtable|council) (?:chose|chooses|decided|voted|recommends?|backs?"
              + "|favou?rs?|agree[sd]?)|gewinnt|gewann|gewonnen|mehrheit\\w*|einstimmig\\w*"
              + "|l['’]emporte|majorité|gana|ganó|mayoría|vince|maggioranza|vence|maioria)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern TIE =
      Pattern.compile(
          "\\b(?:ties?|tied|draw|split|deadlock\\w*|even|no majority|no consensus|unentschieden"
              + "|gleichstand|patt|égalité|empate|parità|pareggio)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private SummaryCheck() {}

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
    return text == null ? Optional.empty() : otherWinnerIn(text, paper, leaders(verdict));
  }

  private static List<OptionId> leaders(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Won won -> List.of(won.winner());
      case Verdict.Tied tied -> tied.leaders();
      case Verdict.NoQuorum _ -> List.of();
    };
  }

  private static Optional<Contradiction> otherWinnerIn(
      String text, BallotPaper paper, List<OptionId> leaders) {
    for (var sentence : sentences(text)) {
      var named = named(sentence, paper);
      if (!named.isEmpty() && claimsOther(sentence, named, leaders)) {
        return Optional.of(new Contradiction.TextNamesWinner(named.getFirst()));
      }
    }
    return Optional.empty();
  }

  // Of a tie, a sentence about who won has to name all that lead, or call it a tie.
  private static boolean claimsOther(
      String sentence, List<OptionId> named, List<OptionId> leaders) {
    if (!CLAIM.matcher(sentence).find()) {
      return false;
    }
    return leaders.size() > 1
        ? !named.containsAll(leaders) && !TIE.matcher(sentence).find()
        : named.stream().noneMatch(leaders::contains);
  }

  // Longer labels first, so that "Postgres 17" does not name "Postgres" too.
  private static List<OptionId> named(String sentence, BallotPaper paper) {
    var named = new ArrayList<OptionId>();
    var rest = sentence;
    for (var option : longestFirst(paper)) {
      var label = "(?<![\\p{L}\\p{N}])" + Pattern.quote(option.label()) + "(?![\\p{L}\\p{N}])";
      var without = rest.replaceAll(label, "\n");
      if (!without.equals(rest)) {
        named.add(option.id());
        rest = without;
      }
    }
    return named;
  }

  private static List<Option> longestFirst(BallotPaper paper) {
    var byLength = Comparator.comparingInt((Option option) -> option.label().length());
    return paper.options().stream().sorted(byLength.reversed()).toList();
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
