package dev.roundtable.debate;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells the ballot form from the question's words, for when no chair can. */
final class FormRule {
  record Decision(BallotForm form, FormReason reason) {}

  /**
   * How a language asks.
   *
   * @param or the word between alternatives, which make a yes/no ballot unfit
   * @param answers the labels for yes and no
   */
  private record Language(
      Set<String> yesNo, Set<String> interrogatives, String or, List<String> answers) {
    static Language of(String yesNo, String interrogatives, String or, String yes, String no) {
      return new Language(split(yesNo), split(interrogatives), or, List.of(yes, no));
    }

    private static Set<String> split(String words) {
      return Set.of(words.split(" ", -1));
    }
  }

  private static final List<Language> LANGUAGES =
      List.of(
          Language.of(
              "should shall is are am was were do does did can could will would may might must has"
                  + " have had isn't aren't shouldn't doesn't don't can't won't",
              "how what which who whom whose why when where",
              "or",
              "Yes",
              "No"),
          Language.of(
              "soll sollen sollte sollten ist sind war kann können könnte könnten darf dürfen muss"
                  + " müssen wird werden würde würden hat haben gibt braucht brauchen lohnt",
              "wie was welche welcher welches welchen wer wen wem warum wieso weshalb wann wo"
                  + " woher wohin womit wofür",
              "oder",
              "Ja",
              "Nein"),
          Language.of(
              "est sont doit doivent devons devrions devrait devraient peut peuvent pouvons faut"
                  + " avons",
              "comment quel quelle quels quelles qui que quoi pourquoi quand où combien",
              "ou",
              "Oui",
              "Non"),
          Language.of(
              "debemos deberíamos debería deberían debe deben es son está están puede pueden podemos"
                  + " hay vale conviene",
              "cómo qué cuál cuáles quién quiénes cuándo dónde cuánto cuántos",
              "o",
              "Sí",
              "No"),
          Language.of(
              "dobbiamo dovremmo dovrebbe dovrebbero può possono possiamo conviene è sono",
              "come cosa quale quali chi perché quando dove quanto quanti",
              "o",
              "Sì",
              "No"),
          Language.of(
              "devemos deveríamos deveria deveriam deve pode podem podemos é são está",
              "como qual quais quem porquê quando onde quanto quantos",
              "ou",
              "Sim",
              "Não"),
          Language.of(
              "moeten moet zullen zal mogen mag kunnen kan zijn heeft hebben",
              "hoe wat welke wie waarom wanneer waar hoeveel",
              "of",
              "Ja",
              "Nee"),
          Language.of(
              "czy", "jak co który która które kto dlaczego kiedy gdzie ile", "albo", "Tak", "Nie"),
          Language.of(
              "стоит следует нужно надо можно должны должен должна разве",
              "как что какой какая какое какие кто почему когда где сколько",
              "или",
              "Да",
              "Нет"));

  private static final Set<String> NEGATIONS =
      Set.of("not", "nicht", "non", "no", "não", "niet", "nie", "нет");
  private static final Pattern INVERSION =
      Pattern.compile("-(?:t-)?(?:je|tu|ils?|elles?|on|nous|vous|ce)$");
  // "Was" asks for a yes in English and for a thing in German.
  private static final Pattern ENGLISH_WAS =
      Pattern.compile(
          "^\\P{L}*was (?:the|it|this|that|our|my|your|their|his|its|there|he|she|i|a)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern OPEN_JAPANESE = Pattern.compile("何|なに|ど[うこちっなのれ]|いつ|なぜ|誰|いくら|いくつ");
  private static final Pattern OR_JAPANESE = Pattern.compile("それとも|または|あるいは");
  private static final Pattern OPEN_CHINESE = Pattern.compile("什么|什麼|怎么|怎麼|如何|为什么|為什麼|哪|谁|誰|多少|几");
  private static final Pattern YES_NO_CHINESE = Pattern.compile("吗|嗎|是否|应不应该|應不應該|要不要|能不能|该不该");

  private FormRule() {}

  static Decision decide(String question) {
    if (JAPANESE.matcher(question).find()) {
      boolean asks = question.matches("(?s).*か[。？?]?\\s*");
      boolean offers = OR_JAPANESE.matcher(question).find();
      return decision(asks && !offers, OPEN_JAPANESE.matcher(question).find());
    }
    if (HAN.matcher(question).find()) {
      return decision(
          YES_NO_CHINESE.matcher(question).find(), OPEN_CHINESE.matcher(question).find());
    }
    var words = words(question);
    var first = first(question);
    var language = languageOf(first, Language::yesNo);
    boolean yesNo = language != null && !offersAlternatives(words, language.or());
    boolean open =
        languageOf(first, Language::interrogatives) != null
            && !ENGLISH_WAS.matcher(question).find();
    return decision(yesNo, open);
  }

  private static Decision decision(boolean yesNo, boolean interrogative) {
    if (interrogative) {
      return new Decision(BallotForm.OPEN, FormReason.RULE_INTERROGATIVE);
    }
    return yesNo
        ? new Decision(BallotForm.OPTIONS, FormReason.RULE_YES_NO)
        : new Decision(BallotForm.OPEN, FormReason.RULE_UNSURE);
  }

  /** Yes and No in the question's language, English if that cannot be told. */
  static BallotPaper yesNoPaper(String question) {
    if (JAPANESE.matcher(question).find()) {
      return BallotPaper.of(List.of("はい", "いいえ"));
    }
    if (HAN.matcher(question).find()) {
      return BallotPaper.of(List.of("是", "否"));
    }
    var language = languageOf(first(question), Language::yesNo);
    return BallotPaper.of(language == null ? List.of("Yes", "No") : language.answers());
  }

  private static @Nullable Language languageOf(String word, Function<Language, Set<String>> words) {
    return LANGUAGES.stream()
        .filter(language -> words.apply(language).contains(word))
        .findFirst()
        .orElse(null);
  }

  private static String first(String question) {
    return INVERSION.matcher(words(question).getFirst()).replaceFirst("");
  }

  private static List<String> words(String question) {
    return List.of(
        Folding.caseAndSpace(question)
            .replace('’', '\'')
            .replaceFirst("^[^\\p{L}]+", "")
            .split("[ ,?!.]+", -1));
  }

  private static boolean offersAlternatives(List<String> words, String or) {
    int at = words.lastIndexOf(or);
    boolean orNot = at + 1 < words.size() && NEGATIONS.contains(words.get(at + 1));
    return at > 0 && !orNot;
  }
}
