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
      case Block.Paragraph(var spans) -> Tag.of("p", line(spans)).with("dir", "auto");
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
      return Tag.of("li", Tag.of("bdi", line(spans)), of(blocks.subList(1, blocks.size())));
    }
    return Tag.of("li", of(blocks));
  }

  /** Spans within a line. */
  public Html line(List<Span> spans) {
    return Html.all(spans.stream().map(this::span).toList());
  }

  private Html span(Span span) {
    return switch (span) {
      case Span.Plain(var text) -> lines(text);
      case Span.Strong(var inner) -> Tag.of("strong", line(inner));
      case Span.Emphasis(var inner) -> Tag.of("em", line(inner));
      case Span.Code(var text) -> Tag.of("code", text);
      case Span.SeatName(_, var name) -> Tag.of("b", name).classed("seat");
      case Span.Link(var inner, var target) -> {
        var host = String.valueOf(target.getHost());
        var text = Span.text(inner);
        var link = Tag.link(target, text.isBlank() ? Html.text(host) : line(inner));
        yield text.isBlank() || text.contains(host)
            ? link
            : Html.all(List.of(link, Tag.of("span", " (" + host + ")").classed("host")));
      }
    };
  }

  private static Html lines(String text) {
    var parts = text.split("\n", -1);
    if (parts.length == 1) {
      return Html.text(text);
    }
    var several = Tag.of("span", parts[0]);
    for (int i = 1; i < parts.length; i++) {
      several.add(Tag.of("br"), Html.text(parts[i]));
    }
    return several;
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
                  Tag.of("span", line.label()).classed("label").with("dir", "auto"),
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
