package dev.roundtable.debate;

import java.text.BreakIterator;
import java.util.ArrayList;
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
      if (CLAIM.matcher(sentence).find()) {
        var named = paper.options().stream().filter(option -> names(sentence, option)).toList();
        boolean namesLeader = named.stream().anyMatch(option -> leaders.contains(option.id()));
        if (!named.isEmpty() && !namesLeader) {
          return Optional.of(new Contradiction.TextNamesWinner(named.getFirst().id()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean names(String sentence, Option option) {
    var label = Pattern.quote(option.label());
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + label + "(?![\\p{L}\\p{N}])")
        .matcher(sentence)
        .find();
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
