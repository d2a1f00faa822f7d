package dev.roundtable.export;

import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.Span;
import dev.roundtable.transcript.Transcript;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A transcript as CommonMark with tables; text out of models is escaped, not obeyed. */
public final class MarkdownExport {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>|~&]");
  // What would begin a block at the start of a line, or a formula in a cell that is pasted into a
  // sheet.
  private static final Pattern OPENING =
      Pattern.compile("(?m)^(\\s*\\d{0,9})([-+=#@]|(?<=\\d)[.)](?=\\s|$))");

  private MarkdownExport() {}

  /** The whole transcript, ending with a line break. */
  public static String write(Transcript transcript) {
    var blocks = new ArrayList<String>();
    for (var section : transcript.sections()) {
      if (!section.heading().isEmpty()) {
        blocks.add(level(section) + " " + oneLine(inline(section.heading())));
      }
      section.blocks().forEach(block -> blocks.add(block(block)));
    }
    return String.join("\n\n", blocks) + "\n";
  }

  private static String level(Section section) {
    return switch (section.weight()) {
      case LEAD -> "#";
      case BODY -> "##";
      case DETAIL -> "###";
    };
  }

  private static String block(Block block) {
    return switch (block) {
      case Block.Paragraph(var spans) -> opened(inline(spans)).replace("\n", "  \n");
      case Block.ItemList(var numbered, var items) -> items(numbered, items);
      case Block.Quotation(var blocks) -> blocks(blocks).replaceAll("(?m)^", "> ");
      case Block.CodeBlock(var text) -> code(text);
      case Block.Counts(var lines) -> counts(lines);
    };
  }

  private static String blocks(List<Block> blocks) {
    return String.join("\n\n", blocks.stream().map(MarkdownExport::block).toList());
  }

  private static String items(boolean numbered, List<Block.Item> items) {
    var lines = new ArrayList<String>();
    int number = 1;
    for (var item : items) {
      var mark = numbered ? number++ + ". " : "- ";
      var inner = blocks(item.blocks()).replace("\n", "\n" + " ".repeat(mark.length()));
      lines.add(mark + inner);
    }
    return String.join("\n", lines);
  }

  private static String code(String text) {
    var fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    return fence + "\n" + text + "\n" + fence;
  }

  private static String counts(List<Block.CountLine> lines) {
    boolean weighted = lines.stream().anyMatch(line -> !line.weight().isEmpty());
    var table =
        new StringBuilder(weighted ? "| | | | |\n|---|---|--:|--:|" : "| | | |\n|---|---|--:|");
    for (var line : lines) {
      var label = opened(oneLine(escape(line.label())));
      table
          .append("\n| ")
          .append(line.letter())
          .append(" | ")
          .append(line.leads() ? "**" + label + "**" : label)
          .append(" | ")
          .append(line.votes());
      if (weighted) {
        table.append(" | ").append(line.weight());
      }
      table.append(" |");
    }
    return table.toString();
  }

  private static String inline(List<Span> spans) {
    var text = new StringBuilder();
    for (var span : spans) {
      text.append(
          switch (span) {
            case Span.Plain(var words) -> escape(words);
            case Span.Strong(var inner) -> MarkdownMarks.around("**", inline(inner));
            case Span.Emphasis(var inner) -> MarkdownMarks.around("*", inline(inner));
            case Span.SeatName(_, var name) -> MarkdownMarks.around("**", escape(name));
            case Span.Code(var words) -> codeSpan(words);
            case Span.Link(var inner, var target) ->
                "[" + inline(inner) + "](" + address(target) + ")";
          });
    }
    return text.toString();
  }

  // Readers decode entities in addresses too, so that each ampersand is written as one.
  private static String address(URI target) {
    return "<" + target.toASCIIString().replace("&", "&amp;") + ">";
  }

  private static String codeSpan(String words) {
    var fence = "`";
    while (words.contains(fence)) {
      fence += "`";
    }
    boolean pad = words.startsWith("`") || words.endsWith("`");
    return fence + (pad ? " " + words + " " : words) + fence;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\n\\s*", " ");
  }

  private static String opened(String text) {
    return OPENING.matcher(text).replaceAll("$1\\\\$2");
  }

  private static String escape(String text) {
    return SPECIAL.matcher(text).replaceAll("\\\\$0");
  }
}
