package dev.roundtable.debate;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
  private static final String MAKERS =
      "(?:Anthropic|OpenAI|Google(?: DeepMind)?|DeepMind|xAI|Meta AI|Mistral AI|Moonshot(?: AI)?"
          + "|Alibaba(?: Cloud)?|Microsoft|Amazon|Cohere|Zhipu(?: AI)?)";
  private static final String MODEL =
      "(?:[ -](?:language[ -])?(?:model|assistant|system|sprachmodell|modell|assistent))";
  private static final String KIND =
      "(?:(?:(?:an?|eine?) )?(?:von \\p{L}+ (?:entwickelt|trainiert)es )?(?:large |große[sn]? )*"
          + "(?:(?:AI|KI)"
          + MODEL
          + "+|language model|sprachmodell)|(?:an?|eine?) (?:AI|KI|artificial intelligence)"
          + "|(?:(?:an?|eine?|one of) )?"
          + MAKERS
          + "(?:['’]s?|[ -](?:trained|built|made|based))*(?: (?:large|own))*(?: (?:AI|KI))?"
          + MODEL
          + "+s?)";
  private static final String MAKER =
      "(?:,? (?:made|trained|developed|created|built|designed|by|from|von|entwickelt|trainiert)"
          + "(?: (?:and|und) \\p{L}+)?(?: (?:by|at|von))? [\\p{L}\\p{N}.]+)?";

  // What follows shows that somebody speaks of itself: "As AI spreads, ..." does not.
  private static final String THEN_SPEAKS =
      "(?:\\s*[,:;]\\s*|\\s+(?=(?:\\p{L}+ )?(?:I|we|my|ich|wir)\\b))";
  private static final String ENDS_THERE =
      "\\s*(?:[.!,;:](?!\\d)\\s*(?:(?:and|und)\\b\\s*)?|(?:and|und)\\b\\s*)";
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** Where no seat's name is known. */
  static final Anonymity OF_MODELS = new Anonymity(List.of());

  // Without one of these, or a seat's name, nobody is named; looked for first, as most texts have
  // none and plain words are found much faster than patterns.
  private static final List<String> NAMING =
      List.of(
          ("claude gpt gemini gemma grok kimi llama mistral mixtral qwen deepseek perplexity glm"
                  + " minimax sonar command copilot nova phi artificial model sprachmodell ai ki anthropic"
                  + " openai google deepmind xai meta moonshot alibaba microsoft amazon cohere"
                  + " zhipu")
              .split(" ", -1));

  private final List<String> seatNames;
  private @Nullable List<Pattern> selfIdentifications;

  Anonymity(List<String> seatNames) {
    this.seatNames = List.copyOf(seatNames);
  }

  private static List<Pattern> patterns(List<String> seatNames) {
    var names = seatNames.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    var named = names.isEmpty() ? FAMILY : names + "|" + FAMILY;
    var who = "(?:(?:" + named + ")(?![\\p{L}\\p{N}]))";
    var self = "(?:" + who + "|" + KIND + ")(?: (?:" + who + "|" + KIND + "))*" + MAKER;
    var prefix = "^[\\s*_>#]*" + who + "[*_]*\\s*(?:here\\s*)?[:—-][*_]*\\s+";
    var sentence =
        "\\b(?:(?:I am|I['’]m|my name is|ich bin|ich heiße)\\s+" + self + "|this is " + who + ")";
    var origin =
        "\\b(?:I was|I have been|I['’]ve been|ich wurde) (?:made |trained |created |developed |built )?"
            + "(?:and \\p{L}+ )?(?:by|von) "
            + MAKERS
            + "(?: (?:entwickelt|trainiert))?"
            + ENDS_THERE;
    var signature = "\\n\\s*(?:[—–]|--) ?" + who + "[.!]?\\s*$";
    var opening = "\\b(?:(?:speaking|answering|writing) )?(?:as|als) " + self + THEN_SPEAKS;
    return Stream.of(prefix, sentence + ENDS_THERE, origin, opening, signature)
        .map(pattern -> Pattern.compile(pattern, FLAGS))
        .toList();
  }

  String strip(String text) {
    if (!namesSomebody(text)) {
      return text.strip();
    }
    var plain = text;
    for (var selfIdentification : selfIdentifications(text)) {
      plain = selfIdentification.matcher(plain).replaceAll("");
    }
    return plain.equals(text) ? text.strip() : capitalised(plain.strip());
  }

  // Those of the panel's own are made only if need be: it takes longer than all the rest.
  private List<Pattern> selfIdentifications(String text) {
    if (selfIdentifications == null) {
      if (!seatNames.isEmpty() && !namesSeat(text.toLowerCase(Locale.ROOT))) {
        return OF_MODELS.selfIdentifications(text);
      }
      selfIdentifications = patterns(seatNames);
    }
    return selfIdentifications;
  }

  private boolean namesSomebody(String text) {
    var folded = text.toLowerCase(Locale.ROOT);
    return NAMING.stream().anyMatch(name -> hasWordFrom(folded, name)) || namesSeat(folded);
  }

  private boolean namesSeat(String folded) {
    return seatNames.stream().anyMatch(name -> folded.contains(name.toLowerCase(Locale.ROOT)));
  }

  private static boolean hasWordFrom(String text, String beginning) {
    int at = text.indexOf(beginning);
    while (at > 0 && Folding.isOfWord(text, at - 1)) {
      at = text.indexOf(beginning, at + 1);
    }
    return at >= 0;
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
