package dev.roundtable.debate;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words that carry a text's meaning: folded, without stop words. Text that is written without
 * spaces counts as pairs of characters.
 */
public record WordSet(Set<String> words) {
  private static final Pattern UNSPACED =
      Pattern.compile(".*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}].*");
  private static final Set<String> STOP_WORDS =
      Set.of(
          ("a an and are as at be but by for from has have i if in is it its of on or so than that"
                  + " the their then there these they this to was we were which will with would you"
                  + " das dem den der des die ein eine einem einen einer es fur ich im ist mit"
                  + " oder sie sind und von wenn wie wir zu")
              .split(" ", -1));

  public static WordSet of(String text) {
    var words = new HashSet<String>();
    for (var word : Folding.words(Folding.caseAndAccents(text)).split(" ", -1)) {
      if (UNSPACED.matcher(word).matches()) {
        addPairs(word, words);
      } else if (!word.isEmpty() && !STOP_WORDS.contains(word)) {
        words.add(word);
      }
    }
    return new WordSet(words);
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

  private long shared(WordSet other) {
    boolean isSmaller = words.size() <= other.words.size();
    var fewer = isSmaller ? words : other.words;
    var more = isSmaller ? other.words : words;
    return fewer.stream().filter(more::contains).count();
  }
}
