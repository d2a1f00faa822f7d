package dev.roundtable.transcript;

import dev.roundtable.safety.VisibleText;
import dev.roundtable.safety.WebAddress;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads the Markdown that models write. HTML stays as the text it is, images become links, links
 * that do not lead to the web become text.
 */
final class Markdown {
  // Deeper nesting than this is an attack on the stack, not an argument.
  private static final int MAX_DEPTH = 20;
  private static final Parser PARSER =
      Parser.builder()
          .maxOpenBlockParsers(MAX_DEPTH)
          .maxInlineNesting(MAX_DEPTH)
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .build();

  private final String source;

  private Markdown(String source) {
    this.source = source;
  }

  static List<Block> blocks(String untrusted) {
    var visible = VisibleText.of(untrusted);
    return new Markdown(visible).children(PARSER.parse(visible));
  }

  /** All that it says in one line, without its marks. */
  static String line(String untrusted) {
    var words = new ArrayList<String>();
    blocks(untrusted).forEach(block -> words(block, words));
    return VisibleText.line(String.join(" ", words));
  }

  private static void words(Block block, List<String> words) {
    switch (block) {
      case Block.Paragraph(var spans) -> words.add(Span.text(spans));
      case Block.ItemList(var numbered, var items) -> {
        for (int i = 0; i < items.size(); i++) {
          words.add(numbered ? i + 1 + ")" : "–");
          items.get(i).blocks().forEach(inner -> words(inner, words));
        }
      }
      case Block.Quotation(var blocks) -> blocks.forEach(inner -> words(inner, words));
      case Block.CodeBlock(var text) -> words.add(text);
      case Block.Counts _ -> throw new IllegalStateException("nobody writes counts in Markdown");
    }
  }

  // The parser decodes entities, so what it gives can hold what its input did not.
  private static String visible(String literal) {
    return VisibleText.of(literal);
  }

  private List<Block> children(Node parent) {
    var blocks = new ArrayList<Block>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
      add(node, blocks);
    }
    return blocks;
  }

  private void add(Node node, List<Block> blocks) {
    switch (node) {
      case Paragraph paragraph -> add(paragraph, blocks);
      case Heading heading ->
          blocks.add(new Block.Paragraph(List.of(new Span.Strong(spans(heading, 0)))));
      case BulletList list -> blocks.add(new Block.ItemList(false, items(list)));
      case OrderedList list -> blocks.add(new Block.ItemList(true, items(list)));
      case BlockQuote quote -> blocks.add(new Block.Quotation(children(quote)));
      case FencedCodeBlock code ->
          blocks.add(new Block.CodeBlock(visible(code.getLiteral()).stripTrailing()));
      case IndentedCodeBlock code ->
          blocks.add(new Block.CodeBlock(visible(code.getLiteral()).stripTrailing()));
      case HtmlBlock html -> blocks.add(Block.paragraph(visible(html.getLiteral())));
      default -> blocks.addAll(children(node));
    }
  }

  private void add(Paragraph paragraph, List<Block> blocks) {
    var lines =
        paragraph.getSourceSpans().stream()
            .map(line ->
                source.substring(line.getInputIndex(), line.getInputIndex() + line.getLength()))
            .toList();
    var table = PipeTable.in(lines);
    if (table == null) {
      blocks.add(new Block.Paragraph(spans(paragraph, 0)));
    } else {
      blocks.addAll(blocks(String.join("\n", table.before())));
      blocks.add(table.block(Markdown::cell));
    }
  }

  // "3. floor" in a cell begins no list.
  private static String cell(String text) {
    var blocks = blocks(text);
    return blocks.size() == 1 && blocks.getFirst() instanceof Block.Paragraph(var spans)
        ? VisibleText.line(Span.text(spans))
        : VisibleText.line(text);
  }

  private List<Block.Item> items(Node list) {
    var items = new ArrayList<Block.Item>();
    for (var node = list.getFirstChild(); node != null; node = node.getNext()) {
      items.add(new Block.Item(children(node)));
    }
    return items;
  }

  private static List<Span> spans(Node parent, int depth) {
    var spans = new ArrayList<Span>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
      add(node, spans, depth);
    }
    return spans;
  }

  private static void add(Node node, List<Span> spans, int depth) {
    switch (node) {
      case Text text -> spans.add(new Span.Plain(visible(text.getLiteral()).replace('\n', ' ')));
      case Code code -> spans.add(new Span.Code(visible(code.getLiteral())));
      case HtmlInline html -> spans.add(new Span.Plain(visible(html.getLiteral())));
      case SoftLineBreak _ -> spans.add(new Span.Plain(" "));
      case HardLineBreak _ -> spans.add(new Span.Plain("\n"));
      case Link link -> link(link.getDestination(), inner(link, depth), spans);
      case Image image -> link(image.getDestination(), inner(image, depth), spans);
      case StrongEmphasis strong -> spans.add(new Span.Strong(inner(strong, depth)));
      case Emphasis emphasis -> spans.add(new Span.Emphasis(inner(emphasis, depth)));
      default -> spans.addAll(inner(node, depth));
    }
  }

  private static List<Span> inner(Node node, int depth) {
    return depth < MAX_DEPTH ? spans(node, depth + 1) : List.of(Span.plain("…"));
  }

  private static void link(String destination, List<Span> text, List<Span> spans) {
    var target = WebAddress.of(destination);
    if (target.isPresent()) {
      spans.add(new Span.Link(text, target.get()));
    } else {
      spans.addAll(text);
      spans.add(new Span.Plain(" (" + VisibleText.line(destination) + ")"));
    }
  }
}
