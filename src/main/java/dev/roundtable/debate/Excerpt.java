package dev.roundtable.debate;

import java.text.BreakIterator;
import java.util.Locale;

/** Shortening that ends at a sentence unless that loses half, else at a word, and then shows it. */
public final class Excerpt {
  private static final String CUT = " …";

  private Excerpt() {}

  /** At most that many words and characters (UTF-16). */
  public static String of(String text, int maxWords, int maxChars) {
    var stripped = text.strip();
    if (maxChars < 1) {
      return "";
    }
    int end = Math.min(endOfWords(stripped, maxWords), maxChars);
    if (stripped.length() <= end) {
      return stripped;
    }
    int sentence = lastSentence(stripped, end);
    if (sentence * 2 >= end) {
      return stripped.substring(0, sentence).strip();
    }
    int room = Math.max(0, Math.min(end, maxChars - CUT.length()));
    int word = lastBoundary(BreakIterator.getWordInstance(Locale.ROOT), stripped, room);
    if (word == 0) {
      word = lastBoundary(BreakIterator.getCharacterInstance(Locale.ROOT), stripped, room);
    }
    return (stripped.substring(0, word).strip() + CUT).strip();
  }

  /** At most that many characters (UTF-16). */
  public static String of(String text, int maxChars) {
    return of(text, Integer.MAX_VALUE, maxChars);
  }

  private static int endOfWords(String text, int maxWords) {
    if (text.length() <= maxWords || stretches(text) <= maxWords) {
      return text.length();
    }
    var breaks = BreakIterator.getWordInstance(Locale.ROOT);
    breaks.setText(text);
    int words = 0;
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      if (Character.isLetterOrDigit(text.codePointAt(start)) && ++words > maxWords) {
        return start;
      }
    }
    return text.length();
  }

  // Of letters and digits in European scripts, where a word holds at least one. Most texts are
  // short
  // enough, and so are seen to be without looking for their words.
  private static int stretches(String text) {
    int stretches = 0;
    boolean within = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x250 && (c < 0x2010 || c > 0x2027)) {
        return Integer.MAX_VALUE;
      }
      boolean word = Character.isLetterOrDigit(c);
      stretches += word && !within ? 1 : 0;
      within = word;
    }
    return stretches;
  }

  // Forward, as most texts are of few sentences: backward it would look from their start again.
  private static int lastSentence(String text, int end) {
    var breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    breaks.setText(text);
    int last = 0;
    for (int next = breaks.next(); next != BreakIterator.DONE && next <= end; ) {
      last = next;
      next = breaks.next();
    }
    return last;
  }

  private static int lastBoundary(BreakIterator breaks, String text, int end) {
    breaks.setText(text);
    return breaks.isBoundary(end) ? end : Math.max(0, breaks.preceding(end));
  }
}
