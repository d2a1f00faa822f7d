package dev.roundtable.transcript;

import dev.roundtable.debate.Source;
import dev.roundtable.safety.WebAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Leads numbers such as {@code [1]} in a seat's words to the sources that it gave. */
record Citations(List<Source> sources) {
  private static final Pattern NUMBER = Pattern.compile("\\[([1-9]\\d{0,2})]");

  Citations {
    sources = List.copyOf(sources);
  }

  /** The same words; a number without a source that can be linked stays as it is. */
  List<Block> in(List<Block> blocks) {
    return blocks.stream().map(this::block).toList();
  }

  private Block block(Block block) {
    return switch (block) {
      case Block.Paragraph(var spans) -> new Block.Paragraph(spans(spans));
      case Block.ItemList(var numbered, var items) ->
          new Block.ItemList(
              numbered, items.stream().map(item -> new Block.Item(in(item.blocks()))).toList());
      case Block.Quotation(var blocks) -> new Block.Quotation(in(blocks));
      case Block.CodeBlock code -> code;
      case Block.Counts counts -> counts;
    };
  }

  private List<Span> spans(List<Span> spans) {
    return spans.stream().flatMap(span -> span(span).stream()).toList();
  }

  private List<Span> span(Span span) {
    return switch (span) {
      case Span.Plain(var text) -> linked(text);
      case Span.Strong(var inner) -> List.of(new Span.Strong(spans(inner)));
      case Span.Emphasis(var inner) -> List.of(new Span.Emphasis(spans(inner)));
      case Span.Code code -> List.of(code);
      case Span.Link link -> List.of(link);
      case Span.SeatName name -> List.of(name);
    };
  }

  private List<Span> linked(String text) {
    var spans = new ArrayList<Span>();
    int said = 0;
    var numbers = NUMBER.matcher(text);
    while (numbers.find()) {
      var target = target(Integer.parseInt(numbers.group(1)));
      if (target.isPresent()) {
        if (said < numbers.start()) {
          spans.add(Span.plain(text.substring(said, numbers.start())));
        }
        spans.add(new Span.Link(List.of(Span.plain(numbers.group())), target.get()));
        said = numbers.end();
      }
    }
    if (said < text.length() || spans.isEmpty()) {
      spans.add(Span.plain(text.substring(said)));
    }
    return spans;
  }

  private Optional<URI> target(int number) {
    return number > sources.size()
        ? Optional.empty()
        : WebAddress.of(sources.get(number - 1).url());
  }
}
