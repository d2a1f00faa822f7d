package dev.roundtable.chat;

import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.Span;
import java.util.List;
import java.util.stream.Collectors;

/** Messages as plain lines, for tests to read. */
final class Plain {
  private Plain() {}

  static String of(List<Message> messages) {
    return messages.stream().map(Plain::of).collect(Collectors.joining("\n"));
  }

  static String of(Message message) {
    return switch (message) {
      case Message.Card card -> card(card);
      case Message.Part part ->
          "["
              + part.key()
              + "]"
              + (part.speaker() == null ? "" : " " + part.speaker().name())
              + controls(part.controls())
              + "\n"
              + part.sections().stream().map(Plain::section).collect(Collectors.joining());
      case Message.Announcement said -> "[" + said.key() + "] " + said.sentence() + "\n";
      case Message.Notice(var key, var sentence) -> "[" + key + "] " + sentence + "\n";
      case Message.Collecting card ->
          "[" + card.key() + "] " + card.sentence() + controls(card.controls()) + "\n";
    };
  }

  private static String card(Message.Card card) {
    var text = new StringBuilder("[card] " + card.question() + "\n");
    text.append("  ").append(card.phase()).append(": ").append(card.status()).append('\n');
    card.counts()
        .forEach(line ->
            text.append("  ")
                .append(line.letter())
                .append(' ')
                .append(line.label())
                .append(' ')
                .append(line.votes())
                .append('\n'));
    card.seats()
        .forEach(seat ->
            text.append("  ")
                .append(seat.mark())
                .append(' ')
                .append(seat.name())
                .append(": ")
                .append(seat.said())
                .append('\n'));
    card.notes().forEach(note -> text.append("  ").append(note).append('\n'));
    return text.append(" ").append(controls(card.controls())).append('\n').toString();
  }

  private static String controls(List<Control> controls) {
    return controls.stream()
        .map(control -> " (" + control.getClass().getSimpleName() + ")")
        .collect(Collectors.joining());
  }

  private static String section(Section section) {
    var heading = section.heading().isEmpty() ? "" : "  # " + Span.text(section.heading()) + "\n";
    return heading + blocks(section.blocks(), "  ");
  }

  static String blocks(List<Block> blocks, String indent) {
    return blocks.stream().map(block -> block(block, indent)).collect(Collectors.joining());
  }

  private static String block(Block block, String indent) {
    return switch (block) {
      case Block.Paragraph(var spans) -> indent + Span.text(spans) + "\n";
      case Block.ItemList(_, var items) ->
          items.stream()
              .map(item -> blocks(item.blocks(), indent + "- "))
              .collect(Collectors.joining());
      case Block.Quotation(var inner) -> blocks(inner, indent + "> ");
      case Block.CodeBlock(var text) -> indent + text + "\n";
      case Block.Counts(var lines) ->
          lines.stream()
              .map(line -> indent + line.letter() + " " + line.label() + " " + line.votes() + "\n")
              .collect(Collectors.joining());
    };
  }
}
