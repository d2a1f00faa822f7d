package dev.roundtable.export;

import dev.roundtable.export.Ink.Tone;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.Span;
import dev.roundtable.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A transcript as plain text of a given width. */
public final class TextExport {
  private static final int MIN_WIDTH = 20;
  private static final int BAR_WIDTH = 20;
  private static final int NARROW = 50;

  private final TextWrap wrap;
  private final Ink ink;
  private final int width;
  // Lists in lists go further in up to here, so that there is always room for words.
  private final int deepest;

  /** Lines of at most that many columns, and of at least twenty. */
  public TextExport(int width, Ink ink) {
    this.width = Math.max(MIN_WIDTH, width);
    this.deepest = this.width / 2;
    this.ink = ink;
    this.wrap = new TextWrap(this.width);
  }

  /** The whole transcript, ending with a line break. */
  public String write(Transcript transcript) {
    return write(transcript.sections());
  }

  /** Those sections in that order. */
  public String write(List<Section> sections) {
    var lines = new ArrayList<String>();
    for (var section : sections) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      section(section, lines);
    }
    return String.join("\n", lines) + "\n";
  }

  /** As much of a line as fits. */
  public static String firstColumns(String line, int columns) {
    if (TextWrap.columns(line) <= columns) {
      return line;
    }
    var lines = new TextWrap(Math.max(1, columns - 1)).verbatim(line, Margin.NONE, words -> words);
    return lines.getFirst() + "…";
  }

  private void section(Section section, List<String> lines) {
    if (!section.heading().isEmpty()) {
      switch (section.weight()) {
        case LEAD -> {
          lines.addAll(painted(Tone.HEADLINE, heading(section)));
          lines.add(ink.paint(Tone.FAINT, "─".repeat(Math.min(width, 72))));
        }
        case BODY -> lines.addAll(painted(Tone.HEADING, heading(section)));
        case DETAIL ->
            lines.addAll(wrap.lines(pieces(section.heading(), Tone.STRONG), Margin.NONE));
      }
    }
    var indent = section.weight() == Section.Weight.DETAIL ? "  " : "";
    blocks(section.blocks(), Margin.of(indent), lines);
  }

  private static String heading(Section section) {
    var text = Span.text(section.heading());
    return section.weight() == Section.Weight.BODY ? text.toUpperCase(Locale.ROOT) : text;
  }

  private List<String> painted(Tone tone, String text) {
    var piece = new TextWrap.Piece(text, words -> ink.paint(tone, words));
    return wrap.lines(List.of(piece), Margin.NONE);
  }

  private void blocks(List<Block> blocks, Margin margin, List<String> lines) {
    int before = lines.size();
    for (var block : blocks) {
      boolean begins = lines.size() == before;
      if (!begins && !(block instanceof Block.ItemList)) {
        lines.add("");
      }
      block(block, begins ? margin : margin.afterFirst(), lines);
    }
  }

  private void block(Block block, Margin margin, List<String> lines) {
    switch (block) {
      case Block.Paragraph(var spans) -> lines.addAll(wrap.lines(pieces(spans, null), margin));
      case Block.ItemList(var numbered, var items) -> items(numbered, items, margin, lines);
      case Block.Quotation(var blocks) -> blocks(blocks, margin.along("│ ", deepest), lines);
      case Block.CodeBlock(var text) -> code(text, margin.behind("    ", deepest), lines);
      case Block.Counts(var counts) -> counts(counts, margin, lines);
    }
  }

  private void code(String text, Margin margin, List<String> lines) {
    var left = margin;
    for (var line : text.split("\n", -1)) {
      lines.addAll(wrap.verbatim(line, left, words -> ink.paint(Tone.CODE, words)));
      left = margin.afterFirst();
    }
  }

  private void items(boolean numbered, List<Block.Item> items, Margin margin, List<String> lines) {
    int number = 1;
    var left = margin;
    for (var item : items) {
      int before = lines.size();
      var behind = left.behind(numbered ? number++ + ". " : "• ", deepest);
      blocks(item.blocks(), behind, lines);
      if (lines.size() == before) {
        lines.addAll(wrap.lines(List.of(), behind));
      }
      left = margin.afterFirst();
    }
  }

  // The label stands last, so that wide and right-to-left text moves nothing.
  private void counts(List<Block.CountLine> counts, Margin margin, List<String> lines) {
    int digits =
        counts.stream().mapToInt(line -> String.valueOf(line.votes()).length()).max().orElse(1);
    for (var line : counts) {
      int length = width < NARROW ? 0 : (int) Math.round(line.share() * BAR_WIDTH);
      var bar = width < NARROW ? "" : "█".repeat(length) + "·".repeat(BAR_WIDTH - length) + " ";
      var votes = String.format(Locale.ROOT, "%" + digits + "d", line.votes());
      var weight = line.weight().isEmpty() ? "" : " (" + line.weight() + ")";
      var front = line.letter() + "  " + bar + votes + weight + "  ";
      var label = new TextWrap.Piece(line.label(), words -> leader(line, words));
      var behind = margin.rest() + " ".repeat(front.length());
      var left = new Margin(margin.rest() + leader(line, front), behind);
      lines.addAll(wrap.lines(List.of(label), left));
    }
  }

  private String leader(Block.CountLine line, String text) {
    return line.leads() ? ink.paint(Tone.LEADER, text) : text;
  }

  private List<TextWrap.Piece> pieces(List<Span> spans, @Nullable Tone outer) {
    var pieces = new ArrayList<TextWrap.Piece>();
    for (var span : spans) {
      switch (span) {
        case Span.Plain(var text) -> pieces.add(piece(text, outer));
        case Span.Strong(var inner) -> pieces.addAll(pieces(inner, Tone.STRONG));
        case Span.Emphasis(var inner) -> pieces.addAll(pieces(inner, Tone.EMPHASIS));
        case Span.Code(var text) -> pieces.add(piece(text, Tone.CODE));
        case Span.SeatName(_, var name) -> pieces.add(piece(name, Tone.STRONG));
        case Span.Link(var inner, var target) -> {
          var text = Span.text(inner);
          var address = target.toString();
          pieces.addAll(pieces(inner, outer));
          if (!text.equals(address)) {
            pieces.add(piece((text.isEmpty() ? "" : " ") + "<" + address + ">", Tone.FAINT));
          }
        }
      }
    }
    return pieces;
  }

  private TextWrap.Piece piece(String text, @Nullable Tone tone) {
    return new TextWrap.Piece(text, words -> tone == null ? words : ink.paint(tone, words));
  }
}
