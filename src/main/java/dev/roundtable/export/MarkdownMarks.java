package dev.roundtable.export;

/** What Markdown wants of marks, whoever reads it. */
public final class MarkdownMarks {
  private MarkdownMarks() {}

  /** The text with its words between marks. Emphasis must hug its words, or it is none. */
  public static String around(String mark, String text) {
    var words = text.strip();
    if (words.isEmpty()) {
      return text;
    }
    int start = text.indexOf(words);
    return text.substring(0, start) + mark + words + mark + text.substring(start + words.length());
  }
}
