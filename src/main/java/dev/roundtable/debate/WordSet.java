package dev.roundtable.debate;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * The words that carry a text's meaning: folded, without stop words. Text that is written without
 * spaces counts as pairs of characters.
 */
public record WordSet(Set<String> words) {
  /** A text with so many of its words in another is taken out of it. */
  private static final double QUOTED = 0.9;

  private static final Set<Character.UnicodeScript> UNSPACED =
      EnumSet.of(
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA,
          Character.UnicodeScript.THAI);
  private static final Set<String> STOP_WORDS =
      Set.of(
          ("a an and are as at be but by for from has have i if in is it its of on or so than that"
                  + " the their then there these they this to was we were which will with would you"
                  + " das dem den der des die ein eine einem einen einer es fur ich im ist mit"
                  + " oder sie sind und von wenn wie wir zu")
              .split(" ", -1));

  public static WordSet of(String text) {
    var folded = Folding.caseAndAccents(text);
    var words = new HashSet<String>();
    int start = 0;
    for (int i = 0; i <= folded.length(); i++) {
      if (i == folded.length() || !Folding.isOfWord(folded, i)) {
        if (i > start) {
          add(folded.substring(start, i), words);
        }
        start = i + 1;
      }
    }
    return new WordSet(words);
  }

  private static void add(String word, Set<String> words) {
    if (!Folding.isAscii(word) && isUnspaced(word)) {
      addPairs(word, words);
    } else if (!STOP_WORDS.contains(word)) {
      words.add(word);
    }
  }

  private static boolean isUnspaced(String word) {
    return word.codePoints()
        .anyMatch(point -> UNSPACED.contains(Character.UnicodeScript.of(point)));
  }

  private static void addPairs(String word, Set<String> words) {
    var points = word.codePoints().toArray();
    if (points.length == 1) {
      words.add(word);
    }
    for (int i = 0; i + 1 < points.length; i++) {
      words.add(new String(points, i, 2));
    }
  }

  /** Shared words over all words, from 0 to 1; 1 for two empty sets. */
  public double overlap(WordSet other) {
    long shared = shared(other);
    long all = words.size() + other.words.size() - shared;
    return all == 0 ? 1 : (double) shared / all;
  }

  /** The share of these words that the other set has too; 0 if there are none. */
  public double shareIn(WordSet other) {
    return words.isEmpty() ? 0 : (double) shared(other) / words.size();
  }

  /** Whether that text is, as far as words tell, a part of the text of these words. */
  public boolean quotes(String text) {
    return WordSet.of(text).shareIn(this) >= QUOTED;
  }

  private long shared(WordSet other) {
    boolean isSmaller = words.size() <= other.words.size();
    var fewer = isSmaller ? words : other.words;
    var more = isSmaller ? other.words : words;
    return fewer.stream().filter(more::contains).count();
  }
}
