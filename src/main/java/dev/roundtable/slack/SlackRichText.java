package dev.roundtable.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.safety.WebAddress;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Blocks of a transcript as Slack's rich text, in which text is nothing but text. It is for
 * whatever is shown to one person, since views take no markdown block, and for one-liners.
 */
final class SlackRichText {
  private static final int DEEPEST = 6;

  private SlackRichText() {}

  static List<ObjectNode> of(List<Block> blocks) {
    return blocks.stream()
        .map(block -> block(List.of(block)))
        .filter(rich -> !rich.get("elements").isEmpty())
        .toList();
  }

  /** Sections in one block, each under its heading. */
  static ObjectNode ofSections(List<Section> sections) {
    var rich = SlackBlocks.object().put("type", "rich_text");
    var elements = rich.putArray("elements");
    for (var section : sections) {
      var heading = Span.text(section.heading());
      if (!heading.isBlank()) {
        line(elements, List.of(Span.strong(heading)));
      }
      for (var block : section.blocks()) {
        if (block instanceof Block.Paragraph(var spans)) {
          line(elements, spans);
        } else {
          add(elements, block, 0);
        }
      }
    }
    if (elements.isEmpty()) {
      line(elements, List.of(Span.plain("–")));
    }
    return rich;
  }

  // Paragraphs of one block stand apart by their own line breaks.
  private static void line(ArrayNode elements, List<Span> spans) {
    var ended = new ArrayList<>(spans);
    ended.add(Span.plain("\n"));
    paragraph(elements, ended, "rich_text_section");
  }

  private static ObjectNode block(List<Block> blocks) {
    var rich = SlackBlocks.object().put("type", "rich_text");
    var elements = rich.putArray("elements");
    blocks.forEach(block -> add(elements, block, 0));
    return rich;
  }

  /** One line or several, each made of its own pieces. */
  static ObjectNode lines(List<List<Span>> lines) {
    var rich = SlackBlocks.object().put("type", "rich_text");
    var section = section(rich.putArray("elements"), "rich_text_section");
    for (int i = 0; i < lines.size(); i++) {
      pieces(section, lines.get(i), new Style(false, false));
      if (i < lines.size() - 1) {
        section.addObject().put("type", "text").put("text", "\n");
      }
    }
    return filled(rich, section);
  }

  // Slack takes no empty section.
  private static ObjectNode filled(ObjectNode rich, ArrayNode section) {
    if (section.isEmpty()) {
      section.addObject().put("type", "text").put("text", "–");
    }
    return rich;
  }

  /** One line in bold. */
  static ObjectNode bold(String text) {
    return lines(List.of(List.of(Span.strong(text))));
  }

  /** A sentence that ends with a mention of one person. */
  static ObjectNode mentioning(String sentence, String user) {
    var rich = lines(List.of(List.of(Span.strong(sentence), Span.plain(" "))));
    var section = (ArrayNode) rich.get("elements").get(0).get("elements");
    section.addObject().put("type", "user").put("user_id", user);
    return rich;
  }

  private record Style(boolean bold, boolean italic) {}

  private static void add(ArrayNode elements, Block block, int indent) {
    switch (block) {
      case Block.Paragraph(var spans) -> paragraph(elements, spans, "rich_text_section");
      case Block.Quotation(var blocks) ->
          paragraph(elements, List.of(Span.plain(PlainBlocks.of(blocks))), "rich_text_quote");
      case Block.CodeBlock(var text) ->
          paragraph(elements, List.of(Span.plain(text)), "rich_text_preformatted");
      case Block.ItemList(var numbered, var items) -> items(elements, numbered, items, indent);
      case Block.Counts(var lines) -> elements.addAll((ArrayNode) counts(lines).get("elements"));
    }
  }

  static ObjectNode counts(List<Block.CountLine> counts) {
    var lines = new ArrayList<List<Span>>();
    for (var line : counts) {
      var label = VisibleText.line(line.letter() + " " + line.label());
      var weight = line.weight().isEmpty() ? "" : " (" + line.weight() + ")";
      lines.add(
          List.of(
              Span.plain(CountBar.of(line) + " "),
              line.leads() ? Span.strong(label) : Span.plain(label),
              Span.plain(" · " + line.votes() + weight)));
    }
    return lines(lines);
  }

  private static void paragraph(ArrayNode elements, List<Span> spans, String type) {
    if (!VisibleText.of(Span.text(spans)).isBlank()) {
      pieces(section(elements, type), spans, new Style(false, false));
    }
  }

  private static ArrayNode section(ArrayNode elements, String type) {
    return elements.addObject().put("type", type).putArray("elements");
  }

  // An item is one line; what else it holds follows the list's line, lists further in.
  private static void items(
      ArrayNode elements, boolean numbered, List<Block.Item> items, int indent) {
    int number = 1;
    for (var item : items) {
      var list = elements.addObject().put("type", "rich_text_list");
      list.put("style", numbered ? "ordered" : "bullet").put("indent", Math.min(indent, DEEPEST));
      if (numbered && number > 1) {
        list.put("offset", number - 1);
      }
      number++;
      var line = section(list.putArray("elements"), "rich_text_section");
      var blocks = item.blocks();
      boolean begins = !blocks.isEmpty() && blocks.getFirst() instanceof Block.Paragraph;
      if (begins && blocks.getFirst() instanceof Block.Paragraph(var spans)) {
        pieces(line, spans, new Style(false, false));
      }
      if (line.isEmpty()) {
        text(line, "–", new Style(false, false), false);
      }
      blocks.stream().skip(begins ? 1 : 0).forEach(block -> add(elements, block, indent + 1));
    }
  }

  private static void pieces(ArrayNode to, List<Span> spans, Style style) {
    for (var span : spans) {
      switch (span) {
        case Span.Plain(var words) -> text(to, words, style, false);
        case Span.Strong(var inner) -> pieces(to, inner, new Style(true, style.italic()));
        case Span.Emphasis(var inner) -> pieces(to, inner, new Style(style.bold(), true));
        case Span.SeatName(_, var name) -> text(to, name, new Style(true, style.italic()), false);
        case Span.Code(var words) -> text(to, words, style, true);
        case Span.Link(var inner, var target) -> link(to, inner, target.toASCIIString(), style);
      }
    }
  }

  private static void text(ArrayNode to, String words, Style style, boolean code) {
    var visible = VisibleText.of(words);
    if (!visible.isEmpty()) {
      styled(to.addObject().put("type", "text").put("text", visible), style, code);
    }
  }

  private static void styled(ObjectNode piece, Style style, boolean code) {
    if (style.bold() || style.italic() || code) {
      var styles = piece.putObject("style");
      if (style.bold()) {
        styles.put("bold", true);
      }
      if (style.italic()) {
        styles.put("italic", true);
      }
      if (code) {
        styles.put("code", true);
      }
    }
  }

  private static void link(ArrayNode to, List<Span> inner, String target, Style style) {
    var words = VisibleText.line(Span.text(inner));
    var web = WebAddress.of(target);
    if (web.isEmpty() || words.isEmpty()) {
      text(to, words, style, false);
      return;
    }
    var link = to.addObject().put("type", "link").put("url", target).put("text", words);
    styled(link, style, false);
    var host = web.get().getHost();
    if (!words.contains(host)) {
      text(to, " (" + host + ")", style, false);
    }
  }
}
