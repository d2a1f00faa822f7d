package dev.roundtable.debate;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words in which a text says who won, and with how many votes. */
final class VerdictWords {
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final String NOT_DENIED = "(?<!\\bnot )(?<!n['’]t )(?<!\\bnicht )";

  private static final String VOTERS =
      "(?:seats?|models?|members?|votes?|voters?|panell?ists?|voices?|sitze?n?|modelle?n?"
          + "|mitglieder|stimmen?|plätze)";

  private static final String CHOOSES =
      "(?:says?|said|chose|chooses?|decide[sd]?|vote[sd]?|recommends?|recommended|back(?:s|ed)?"
          + "|favou?r(?:s|ed)?|prefer(?:s|red)?|agree[sd]?|pick(?:s|ed)?|support(?:s|ed)?|endorse[sd]?"
          + "|wants?|went|goes|settle[sd]?|end(?:s|ed)|land(?:s|ed)|leans?|leaned|stands|is for"
          + "|sagt|wählte?|entschied\\w*|entscheidet|stimmte?|empfiehlt|empfahl|bevorzugt|ist für)";

  /** Said before what was not chosen. */
  static final String REJECTS =
      "(?:reject(?:s|ed)?|dismiss(?:es|ed)?|rule[sd]? out|turn(?:s|ed) down)";

  private static final String PANEL =
      "(?:panel|roundtable|council|group|room|the "
          + VOTERS
          + "|runde|gremium|rat|die "
          + VOTERS
          + ")";

  // Said of the option before them: "Yes won".
  private static final Pattern OF_WHAT_IS_BEFORE =
      Pattern.compile(
          NOT_DENIED
              + "\\b(?:wins?|won|winning|prevail\\w*|triumph\\w*|carr(?:y|ies|ied)|beats?"
              + "|defeat(?:s|ed)|(?:leads?|led|leading)(?! to)|ahead|on top|victorious"
              + "|gewinnt|gewann|gewonnen|siegte?|schlägt|schlug|(?:führt|führte)(?! zu)|vorn|durchgesetzt"
              + "|setzte? sich|l['’]emporte|gana|ganó|vince|vence)\\b",
          FLAGS);

  // Said of the option after them: "the winner is Yes".
  private static final Pattern OF_WHAT_IS_AFTER =
      Pattern.compile(
          NOT_DENIED
              + "\\b(?:winner|victory|verdict|majority|consensus|unanimous\\w*|unanimity"
              + "|(?:the|its|final|clear) (?:answer|result|outcome|decision|conclusion|choice|pick"
              + "|favou?rite|recommendation)|every(?:one|body)|(?:all|most|both) (?:of|agree|back)"
              + "|(?:all|most|every|each|both|alle|die meisten|jeder|jedes)(?: \\w+){0,2} "
              + VOTERS
              + "|(?:all|most|both)(?: of (?:them|it))? "
              + CHOOSES
              + "|"
              + PANEL
              + " (?:hat|haben|spricht|sprach|sprechen|sprachen) sich(?: \\w+){0,3} für|"
              + PANEL
              + "(?: \\w+ly)? (?:"
              + CHOOSES
              + "|"
              + REJECTS
              + ")"
              + "|sieger|mehrheit\\w*|einstimmig\\w*|konsens"
              + "|(?:die|das) (?:antwort|ergebnis|entscheidung|urteil|wahl)"
              + "|majorité|mayoría|maggioranza|maioria)\\b",
          FLAGS);

  private static final Pattern TIE =
      Pattern.compile(
          "\\b(?:ties?|tied|draw|split|deadlock\\w*|even|evenly|no majority|no consensus"
              + "|unentschieden|gleichstand|patt|keine mehrheit|égalité|empate|parità|pareggio)\\b",
          FLAGS);

  private static final Pattern MOVED =
      Pattern.compile(
          "\\b(?:move[sd]?|change[sd]?|switch(?:es|ed)?|join(?:s|ed)?|came|left"
              + "|wechselte\\w*|gewechselt|schloss\\w*)\\b",
          FLAGS);

  private static final List<String> ENGLISH =
      List.of("zero one two three four five six seven eight nine ten eleven twelve".split(" ", -1));
  private static final List<String> GERMAN =
      List.of("null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(" ", -1));

  private static final String NUMBER =
      "(?:\\d{1,6}|(?<!no )(?:"
          + String.join("|", ENGLISH)
          + "|"
          + String.join("|", GERMAN)
          + "|eine?(?= (?:stimme|sitz|modell))))";

  // "round 2" is no count.
  private static final Pattern ANY_NUMBER =
      Pattern.compile("\\b(?<!round )(?<!runde )" + NUMBER + "\\b", FLAGS);

  private static final Pattern AFTER_OPTION =
      Pattern.compile(
          "(?<option>"
              + OptionMentions.MARK
              + ")(?:[”“\"'»«*`)]*[\\s:=(–-]+[*]*(?:(?:with|got|gets|has|had|received|mit|erhielt|bekam"
              + "|hat) )?)(?<number>"
              + NUMBER
              + ")\\b(?! (?:more|weitere|reasons?|arguments?|points?))",
          FLAGS);

  private static final Pattern BEFORE_OPTION =
      Pattern.compile(
          "\\b(?<number>"
              + NUMBER
              + ")(?: (?:of|out of|von) (?:the |den )?"
              + NUMBER
              + ")?(?: "
              + VOTERS
              + "(?: \\w+){0,3}| for| für| "
              + CHOOSES
              + "(?: (?:for|with|on))?) [\\p{P}*]*(?<option>"
              + OptionMentions.MARK
              + ")",
          FLAGS);

  private VerdictWords() {}

  static List<MatchResult> ofWhatIsBefore(String clause) {
    return OF_WHAT_IS_BEFORE.matcher(clause).results().toList();
  }

  static List<MatchResult> ofWhatIsAfter(String clause) {
    return OF_WHAT_IS_AFTER.matcher(clause).results().toList();
  }

  static boolean claims(String text) {
    return OF_WHAT_IS_BEFORE.matcher(text).find() || OF_WHAT_IS_AFTER.matcher(text).find();
  }

  static boolean callsATie(String text) {
    return TIE.matcher(text).find();
  }

  static boolean tellsOfMoves(String text) {
    return MOVED.matcher(text).find();
  }

  static List<Integer> numbers(String text) {
    return ANY_NUMBER.matcher(text).results().map(found -> value(found.group())).toList();
  }

  /** Numbers that are said to be an option's count. */
  static List<MatchResult> countsAfterOption(String text) {
    return AFTER_OPTION.matcher(text).results().toList();
  }

  /** Numbers of some of an option's voters, perhaps all. */
  static List<MatchResult> votersBeforeOption(String text) {
    return BEFORE_OPTION.matcher(text).results().toList();
  }

  static int value(String number) {
    var word = number.toLowerCase(Locale.ROOT);
    if (Character.isDigit(word.charAt(0))) {
      return Integer.parseInt(word);
    }
    int value = Math.max(ENGLISH.indexOf(word), GERMAN.indexOf(word));
    return value < 0 ? 1 : value;
  }
}
