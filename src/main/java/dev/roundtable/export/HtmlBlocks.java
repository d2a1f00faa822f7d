package dev.roundtable.export;

import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Span;
import dev.roundtable.transcript.Words;
import java.util.List;
import java.util.Locale;

/** Blocks and spans of a transcript as HTML. */
public final class HtmlBlocks {
  private final Words words;

  public HtmlBlocks(Words words) {
    this.words = words;
  }

  public Html of(List<Block> blocks) {
    return Html.all(blocks.stream().map(this::block).toList());
  }

  private Html block(Block block) {
    return switch (block) {
      case Block.Paragraph(var spans) -> line("p", spans);
      case Block.ItemList(var numbered, var items) ->
          Tag.of(numbered ? "ol" : "ul").add(items.stream().map(this::item).toList());
      case Block.Quotation(var blocks) -> Tag.of("blockquote", of(blocks));
      case Block.CodeBlock(var text) -> code(text);
      case Block.Counts(var lines) -> counts(lines);
    };
  }

  // Reachable by keyboard, as it may be wider than the page.
  private Html code(String text) {
    return Tag.of("pre", Tag.of("code", text))
        .with("tabindex", 0)
        .with("role", "region")
        .with("aria-label", words.say("page.code"));
  }

  // Its own direction inside, so that the mark stays where the list has room for it.
  private Html item(Block.Item item) {
    var blocks = item.blocks();
    if (!blocks.isEmpty() && blocks.getFirst() instanceof Block.Paragraph(var spans)) {
      var first = line("span", spans).classed("item");
      return Tag.of("li", first, of(blocks.subList(1, blocks.size())));
    }
    return Tag.of("li", of(blocks));
  }

  /** An element of that name with a line in it. */
  public Tag line(String name, List<Span> spans) {
    boolean backward = Direction.isRightToLeft(Span.text(spans));
    var line = Tag.of(name, line(spans, backward));
    return backward ? line.with("dir", "rtl") : line;
  }

  private Html line(List<Span> spans, boolean backward) {
    return Html.all(spans.stream().map(span -> span(span, backward)).toList());
  }

  private Html span(Span span, boolean backward) {
    return switch (span) {
      case Span.Plain(var text) -> lines(text, backward);
      case Span.Strong(var inner) -> Tag.of("strong", line(inner, backward));
      case Span.Emphasis(var inner) -> Tag.of("em", line(inner, backward));
      case Span.Code(var text) -> Tag.of("code", text);
      case Span.SeatName(_, var name) -> Tag.of("b", words(name, backward)).classed("seat");
      case Span.Link(var inner, var target) -> {
        var host = String.valueOf(target.getHost());
        var text = Span.text(inner);
        var link = Tag.link(target, text.isBlank() ? Html.text(host) : line(inner, backward));
        yield text.isBlank() || text.contains(host)
            ? link
            : Html.all(List.of(link, Tag.of("span", " (" + host + ")").classed("host")));
      }
    };
  }

  private static Html lines(String text, boolean backward) {
    var parts = text.split("\n", -1);
    if (parts.length == 1) {
      return words(text, backward);
    }
    var several = Tag.of("span", words(parts[0], backward));
    for (int i = 1; i < parts.length; i++) {
      several.add(Tag.of("br"), words(parts[i], backward));
    }
    return several;
  }

  private static Html words(String text, boolean backward) {
    return backward ? Html.text(text) : Direction.within(text);
  }

  private Html counts(List<Block.CountLine> lines) {
    var list = Tag.of("ul").classed("counts");
    for (var line : lines) {
      var votes =
          line.weight().isEmpty()
              ? words.say("page.votes", line.votes())
              : words.say("page.votes.weight", line.votes(), line.weight());
      list.add(
          Tag.of(
                  "li",
                  Looks.chip(line.letter()),
                  Tag.of("span", Direction.within(line.label())).classed("label"),
                  Tag.of("span", votes).classed("votes"),
                  bar(line))
              .classed(line.leads() ? "leads" : "trails"));
    }
    return list;
  }

  private static Html bar(Block.CountLine line) {
    var width = String.format(Locale.ROOT, "%.1f", Math.min(1, line.share()) * 100);
    return Tag.of(
            "svg",
            Tag.of("rect").classed("track").with("width", 100).with("height", 8),
            Tag.of("rect")
                .classed("fill " + Looks.hue(line.letter()))
                .with("width", width)
                .with("height", 8))
        .classed("bar")
        .with("viewBox", "0 0 100 8")
        .with("preserveAspectRatio", "none")
        .with("aria-hidden", "true");
  }
}
