package dev.roundtable.debate;

import java.util.regex.Pattern;

/**
 * Takes self-identification such as "As Claude, ..." out of an argument before peers read it.
 * Models are named only where they speak of themselves: a debate about models stays readable.
 */
final class Anonymity {
  private static final String FAMILIES =
      "Claude|ChatGPT|GPT|Gemini|Gemma|Grok|Kimi|Llama|Mi[sx]tral|Qwen|DeepSeek|Perplexity"
          + "|GLM|MiniMax|(?-i:Sonar|Command|Copilot|Nova|Phi)";
  private static final String FAMILY =
      "(?:"
          + FAMILIES
          + ")[\\w.:+-]*(?: (?:\\d+(?:\\.\\d+)*|Pro|Flash|Opus|Sonnet|Haiku|Mini|Turbo|Large|Max))*+";
  private static final String MODEL =
      "(?:[ -](?:language[ -])?(?:model|assistant|system|sprachmodell|modell|assistent))";
  private static final String KIND =
      "(?:(?:(?:an?|eine?) )?(?:von \\p{L}+ (?:entwickelt|trainiert)es )?(?:large |große[sn]? )*"
          + "(?:(?:AI|KI)"
          + MODEL
          + "+|language model|sprachmodell)|(?:an?|eine?) (?:AI|KI|artificial intelligence))";
  private static final String MAKER =
      "(?:,? (?:made|trained|developed|created|built|designed|by|from|von|entwickelt|trainiert)"
          + "(?: (?:and|und) \\p{L}+)?(?: (?:by|at|von))? [\\p{L}\\p{N}.]+)?";

  // What follows shows that somebody speaks of itself: "As AI spreads, ..." does not.
  private static final String THEN_SPEAKS =
      "(?:\\s*[,:;]\\s*|\\s+(?=(?:\\p{L}+ )?(?:I|we|my|ich|wir)\\b))";
  private static final String ENDS_THERE =
      "\\s*(?:[.!,;:](?!\\d)\\s*(?:(?:and|und)\\b\\s*)?|(?:and|und)\\b\\s*)";
  private static final String NOBODY = "(?!)";
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private Anonymity() {}

  /** Without the name of a seat, where none is known. */
  static String strip(String text) {
    return stripped(text, NOBODY);
  }

  static String strip(String text, String seatName) {
    return stripped(text, Pattern.quote(seatName));
  }

  private static String stripped(String text, String seat) {
    var who = "(?:(?:" + seat + "|" + FAMILY + ")(?![\\p{L}\\p{N}]))";
    var self = "(?:" + who + "|" + KIND + ")(?: (?:" + who + "|" + KIND + "))*" + MAKER;
    var prefix = "^[\\s*_>#]*" + who + "[*_]*\\s*(?:here\\s*)?[:—-][*_]*\\s+";
    var sentence =
        "\\b(?:(?:I am|I['’]m|my name is|ich bin|ich heiße)\\s+" + self + "|this is " + who + ")";
    var opening = "\\b(?:(?:speaking|answering|writing) )?(?:as|als) " + self + THEN_SPEAKS;
    var plain = without(prefix, text);
    plain = without(sentence + ENDS_THERE, plain);
    plain = without(opening, plain);
    return plain.equals(text) ? text.strip() : capitalised(plain.strip());
  }

  private static String without(String pattern, String text) {
    return Pattern.compile(pattern, FLAGS).matcher(text).replaceAll("");
  }

  private static String capitalised(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.codePointAt(0);
    return Character.toString(Character.toTitleCase(first))
        + text.substring(Character.charCount(first));
  }
}
