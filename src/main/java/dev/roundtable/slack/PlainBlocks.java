package dev.roundtable.slack;

import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.Span;
import java.util.List;
import java.util.stream.Collectors;

/** Blocks of a transcript as plain words, for those who only see or hear a message's text. */
final class PlainBlocks {
  private PlainBlocks() {}

  static String ofSections(List<Section> sections) {
    return sections.stream()
        .map(section -> Span.text(section.heading()) + "\n" + of(section.blocks()))
        .map(String::strip)
        .collect(Collectors.joining("\n\n"));
  }

  static String of(List<Block> blocks) {
    return blocks.stream().map(PlainBlocks::block).collect(Collectors.joining("\n"));
  }

  private static String block(Block block) {
    return switch (block) {
      case Block.Paragraph(var spans) -> Span.text(spans);
      case Block.Quotation(var blocks) -> of(blocks);
      case Block.CodeBlock(var text) -> text;
      case Block.ItemList(_, var items) ->
          items.stream().map(item -> "• " + of(item.blocks())).collect(Collectors.joining("\n"));
      case Block.Counts(var lines) -> counts(lines);
    };
  }

  static String counts(List<Block.CountLine> lines) {
    return lines.stream()
        .map(line -> line.letter() + " " + line.label() + ": " + line.votes())
        .collect(Collectors.joining("\n"));
  }
}
