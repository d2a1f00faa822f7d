package dev.roundtable.debate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text in which each mention of an option is one character, so that no label is taken for words
 * of the text.
 */
final class OptionMentions {
  /** The mark of the first option; the others follow it. */
  private static final char FIRST = '\uE000';

  /** Any mark. */
  static final String MARK = "[\\uE000-\\uE0FF]";

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern PRIVATE_USE = Pattern.compile("\\p{Co}");

  // Behind these an option is what was not chosen.
  private static final Pattern OPPONENT =
      Pattern.compile(
          "\\b((?:not|unlike|over|against|beats?|defeat(?:s|ed)|"
              + VerdictWords.REJECTS
              + "|(?:rather|more|votes|seats) than"
              + "|instead of|ahead of|nicht|gegen|statt|vor|Stimmen als|schlägt|schlug)\\s+"
              + "(?:for |für |the |die |das )?[\\p{P}*`]*)"
              + MARK,
          FLAGS | Pattern.UNICODE_CHARACTER_CLASS);

  // "No doubt" names nothing, "No won" and "No, by two" do.
  private static final String DETERMINER =
      "(?<![\\p{P}&&[^.,;:—–()-]])(?:(?<=^|[.:;!?—–] ?|\\n)no|(?-i:no))"
          + "(?=\\s+\\p{L})(?!\\s+(?:is|was|has|had|got|gets|remains|stands|received?s?|takes?|took"
          + "|ended|ends|comes?|came|carr\\p{L}+|by|with|over|against|and|or|to|because|as|but|in"
          + "|for|after|on|at|gains?|gained|los[te]s?|lost|would|will|should|also|still|then"
          + "|\\p{L}+ly|wins?|won|winning|prevail\\p{L}*|leads?|led|beats?|triumph\\p{L}*|voters?)"
          + "\\b)";

  private final BallotPaper paper;
  private final List<Option> longestFirst;

  OptionMentions(BallotPaper paper) {
    this.paper = paper;
    var byLength = Comparator.comparingInt((Option option) -> option.label().length());
    longestFirst = paper.options().stream().sorted(byLength.reversed()).toList();
  }

  /** The text with a mark for each mention. */
  String mark(String text) {
    var composed = Normalizer.normalize(Folding.visible(text), Normalizer.Form.NFKC);
    var marked = PRIVATE_USE.matcher(composed).replaceAll("");
    // Longer labels first, so that "Postgres 17" does not name "Postgres" too.
    for (var option : longestFirst) {
      marked = name(option).matcher(marked).replaceAll(String.valueOf(markOf(option)));
    }
    return marked;
  }

  private static Pattern name(Option option) {
    var label = Normalizer.normalize(option.label(), Normalizer.Form.NFKC).strip();
    var words =
        List.of(label.split("\\s+", -1)).stream()
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+"));
    var not = label.equalsIgnoreCase("no") ? "(?!" + DETERMINER + ")" : "";
    var named = words + "|" + Pattern.quote(option.id().value()) + "|option " + option.letter();
    return Pattern.compile(not + "(?<![\\p{L}\\p{N}])(?:" + named + ")(?![\\p{L}\\p{N}])", FLAGS);
  }

  private char markOf(Option option) {
    return (char) (FIRST + paper.options().indexOf(option));
  }

  /** Without the options that are only named as what was not chosen. */
  static String withoutOpponents(String marked) {
    return OPPONENT.matcher(marked).replaceAll("$1");
  }

  /** The options marked there, in order. */
  List<OptionId> in(String marked) {
    var named = new ArrayList<OptionId>();
    for (int i = 0; i < marked.length(); i++) {
      if (isMark(marked.charAt(i))) {
        named.add(of(marked.charAt(i)));
      }
    }
    return named;
  }

  OptionId of(char mark) {
    return paper.ids().get(mark - FIRST);
  }

  private boolean isMark(char character) {
    return character >= FIRST && character < FIRST + paper.options().size();
  }
}
