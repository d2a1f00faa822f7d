package dev.roundtable.export;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/** Breaks text into lines by the columns that a terminal gives each character. */
final class TextWrap {
  /** Text and how it is painted, which takes no columns. */
  record Piece(String text, UnaryOperator<String> paint) {}

  // The rules of line breaking take it for a closing quotation mark.
  private static final Pattern APOSTROPHE = Pattern.compile("\\p{L}’$");

  private final int width;

  TextWrap(int width) {
    this.width = width;
  }

  /** The columns that text without tabs takes. */
  static int columns(String text) {
    return text.codePoints().map(point -> Math.max(0, WCWidth.wcwidth(point))).sum();
  }

  /** Lines within the margin; an empty text is one empty line. */
  List<String> lines(List<Piece> pieces, Margin margin) {
    var page = new Page(margin);
    for (var piece : pieces) {
      var paragraphs = piece.text().replace('\t', ' ').split("\n", -1);
      for (int i = 0; i < paragraphs.length; i++) {
        if (i > 0) {
          page.breakLine();
        }
        segments(paragraphs[i]).forEach(segment -> page.add(segment, piece.paint()));
      }
    }
    return page.finish();
  }

  /** The line as it is, broken only where it is too long. */
  List<String> verbatim(String line, Margin margin, UnaryOperator<String> paint) {
    var page = new Page(margin);
    page.cut(line.replace("\t", "    "), paint);
    return page.finish();
  }

  private static List<String> segments(String text) {
    var breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    var segments = new ArrayList<String>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      var segment = text.substring(start, end);
      boolean torn = !segments.isEmpty() && APOSTROPHE.matcher(segments.getLast()).find();
      if (torn && Character.isLetter(segment.codePointAt(0))) {
        segments.add(segments.removeLast() + segment);
      } else {
        segments.add(segment);
      }
    }
    return segments;
  }

  private final class Page {
    private final Margin margin;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int used;

    Page(Margin margin) {
      this.margin = margin;
    }

    int room() {
      return Math.max(1, width - columns(margin.rest()));
    }

    void add(String segment, UnaryOperator<String> paint) {
      var word = segment.stripTrailing();
      if (used > 0 && used + columns(word) > room()) {
        breakLine();
      }
      if (columns(word) > room()) {
        cut(word, paint);
        append(segment.substring(word.length()), UnaryOperator.identity());
      } else {
        append(word, paint);
        append(segment.substring(word.length()), UnaryOperator.identity());
      }
    }

    void cut(String word, UnaryOperator<String> paint) {
      var part = new StringBuilder();
      for (var character : characters(word)) {
        if (used + columns(part.toString()) + columns(character) > room()
            && used + part.length() > 0) {
          append(part.toString(), paint);
          part.setLength(0);
          breakLine();
        }
        part.append(character);
      }
      append(part.toString(), paint);
    }

    // What counts as one character can be wider than a line, such as emoji joined without end.
    private List<String> characters(String word) {
      var breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
      breaks.setText(word);
      var characters = new ArrayList<String>();
      int start = breaks.first();
      for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
        var character = word.substring(start, end);
        if (columns(character) <= room()) {
          characters.add(character);
        } else {
          character.codePoints().mapToObj(Character::toString).forEach(characters::add);
        }
      }
      return characters;
    }

    private void append(String text, UnaryOperator<String> paint) {
      if (!text.isEmpty()) {
        line.append(text.isBlank() ? text : paint.apply(text));
        used += columns(text);
      }
    }

    void breakLine() {
      var indent = lines.isEmpty() ? margin.first() : margin.rest();
      lines.add((indent + line).stripTrailing());
      line.setLength(0);
      used = 0;
    }

    List<String> finish() {
      if (used > 0 || lines.isEmpty()) {
        breakLine();
      }
      return lines;
    }
  }
}
