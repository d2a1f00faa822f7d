package dev.roundtable.panelist;

import java.util.Random;

/**
 * Encloses other people's words, so that a model can tell them from its instructions. The mark
 * differs from debate to debate, and is taken out of the words themselves.
 */
record DataBlocks(String mark) {
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 8;

  static DataBlocks seededBy(String debate) {
    var random = new Random(debate.hashCode() * 0x9e3779b97f4a7c15L);
    var mark = new StringBuilder("DATA-");
    for (int i = 0; i < LENGTH; i++) {
      mark.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new DataBlocks(mark.toString());
  }

  /** The words between two marked lines that say what they are. */
  String block(String label, String words) {
    return mark + " " + clean(label) + "\n" + clean(words).strip() + "\nend " + mark;
  }

  /** Words for a line of our own. */
  String line(String words) {
    return clean(words).replaceAll("\\s+", " ").strip();
  }

  private String clean(String words) {
    return words.replace(mark, "");
  }
}
