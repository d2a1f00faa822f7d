package dev.roundtable.transcript;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table drawn with pipes, as models write it. Neither chats nor terminals have tables, so that a
 * small one becomes columns of equal width, and a wide one a list of its rows.
 *
 * @param before lines of the same paragraph that stand above it
 */
record PipeTable(List<String> before, List<String> head, List<List<String>> rows) {
  private static final Pattern RULE =
      Pattern.compile("\\s*\\|?(?:\\s*:?-+:?\\s*\\|)+(?:\\s*:?-+:?\\s*)?");
  private static final Pattern BORDER = Pattern.compile("(?<!\\\\)\\|");
  private static final String GAP = "  ";
  // What a phone shows without scrolling much, and a terminal without breaking lines.
  private static final int WIDEST = 64;

  /** The table in the lines of a paragraph; null if they hold none. */
  static @Nullable PipeTable in(List<String> lines) {
    for (int i = 1; i < lines.size(); i++) {
      if (RULE.matcher(lines.get(i)).matches() && BORDER.matcher(lines.get(i - 1)).find()) {
        var rows = lines.subList(i + 1, lines.size()).stream().map(PipeTable::cells).toList();
        return new PipeTable(lines.subList(0, i - 1), cells(lines.get(i - 1)), rows);
      }
    }
    return null;
  }

  private static List<String> cells(String line) {
    var inner = line.strip().replaceFirst("^\\|", "").replaceFirst("(?<!\\\\)\\|$", "");
    return BORDER.splitAsStream(inner).map(cell -> cell.strip().replace("\\|", "|")).toList();
  }

  /**
   * As a block.
   *
   * @param plain what a cell says without its marks
   */
  Block block(UnaryOperator<String> plain) {
    var all = new ArrayList<List<String>>();
    all.add(head.stream().map(plain).toList());
    rows.forEach(row -> all.add(row.stream().map(plain).toList()));
    int columns = all.stream().mapToInt(List::size).max().orElse(0);
    var widths =
        IntStream.range(0, columns)
            .map(column -> all.stream().mapToInt(row -> width(cell(row, column))).max().orElse(0))
            .boxed()
            .toList();
    int width = widths.stream().mapToInt(Integer::intValue).sum() + (columns - 1) * GAP.length();
    return width <= WIDEST ? drawn(all, widths) : listed(all);
  }

  private static String cell(List<String> row, int column) {
    return column < row.size() ? row.get(column) : "";
  }

  private static Block drawn(List<List<String>> rows, List<Integer> widths) {
    var lines = new ArrayList<>(rows.stream().map(row -> line(row, widths)).toList());
    lines.add(1, String.join(GAP, widths.stream().map("─"::repeat).toList()));
    return new Block.CodeBlock(String.join("\n", lines));
  }

  private static String line(List<String> row, List<Integer> widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.size(); i++) {
      var cell = cell(row, i);
      line.append(cell).append(" ".repeat(widths.get(i) - width(cell))).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  private static Block listed(List<List<String>> rows) {
    var head = rows.getFirst();
    var items = rows.stream().skip(1).map(row -> Block.item(listed(head, row))).toList();
    return items.isEmpty()
        ? new Block.Paragraph(listed(Collections.nCopies(head.size(), ""), head))
        : new Block.ItemList(false, items);
  }

  // "Option: Yes · Time: minutes", without what is empty.
  private static List<Span> listed(List<String> head, List<String> row) {
    var spans = new ArrayList<Span>();
    for (int i = 0; i < row.size(); i++) {
      if (!row.get(i).isEmpty()) {
        spans.add(Span.plain(spans.isEmpty() ? "" : " · "));
        var name = cell(head, i);
        spans.add(name.isEmpty() ? Span.plain("") : Span.strong(name + ":"));
        spans.add(Span.plain(name.isEmpty() ? row.get(i) : " " + row.get(i)));
      }
    }
    return spans;
  }

  // Columns of a terminal or of a fixed font.
  private static int width(String text) {
    return text.codePoints().map(PipeTable::width).sum();
  }

  private static int width(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default ->
          switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> 2;
            default -> point >= 0x1F300 ? 2 : 1;
          };
    };
  }
}
