package dev.roundtable.debate;

import java.util.regex.Pattern;

/**
 * Takes self-identification such as "As Claude, ..." out of an argument before peers read it.
 * Models are named only where they speak of themselves: a debate about models stays readable.
 */
final class Anonymity {
  private static final String FAMILIES =
      "Claude|ChatGPT|GPT|Gemini|Gemma|Grok|Kimi|Llama|Mi[sx]tral|Qwen|DeepSeek|Sonar|Perplexity"
          + "|Command|Copilot|Nova|Phi|GLM|MiniMax";
  private static final String KIND =
      "(?:(?:an?|the|eine?|ein) )?(?:(?:large |artificial |big )*(?:AI|language|intelligence|KI)"
          + "(?:[ -](?:model|assistant|system|sprachmodell|modell|assistent))*)";
  private static final String MAKER =
      "(?:,? (?:made|trained|developed|created|built|designed|by|from|von|entwickelt|trainiert)"
          + "(?: (?:and|und) \\p{L}+)?(?: (?:by|at|von))? [\\p{L}\\p{N}.]+)?";

  private Anonymity() {}

  static String strip(String text, String seatName) {
    var who = "(?:" + Pattern.quote(seatName) + "|(?:" + FAMILIES + ")[\\w.:+-]*(?: [\\d.]+)?)";
    var self = "(?:" + who + "|" + KIND + ")(?: (?:" + who + "|" + KIND + "))*" + MAKER;
    var flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    var opening =
        Pattern.compile(
            "\\b(?:(?:speaking|answering|writing) )?(?:as|als) "
                + self
                + "\\b(?:\\s*[,:;]\\s*|\\s+)",
            flags);
    var sentence =
        Pattern.compile(
            "\\b(?:I am|I['’]m|my name is|this is|ich bin|ich heiße)\\s+"
                + self
                + "\\b\\s*(?:[.!,;:]|and\\b|und\\b)\\s*",
            flags);
    var prefix =
        Pattern.compile("(?m)^\\W{0,4}" + who + "(?:\\*\\*)?\\s*(?:here\\s*)?[:—-]\\s+", flags);
    var plain = prefix.matcher(text).replaceAll("");
    plain = sentence.matcher(plain).replaceAll("");
    plain = opening.matcher(plain).replaceAll("");
    return capitalised(plain.strip());
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
