package dev.roundtable.transcript;

import java.util.List;

/** A piece of a section that begins on a line of its own. */
public sealed interface Block {
  record Paragraph(List<Span> spans) implements Block {
    public Paragraph {
      spans = List.copyOf(spans);
    }
  }

  record ItemList(boolean numbered, List<Item> items) implements Block {
    public ItemList {
      items = List.copyOf(items);
    }
  }

  record Item(List<Block> blocks) {
    public Item {
      blocks = List.copyOf(blocks);
    }
  }

  record Quotation(List<Block> blocks) implements Block {
    public Quotation {
      blocks = List.copyOf(blocks);
    }
  }

  record CodeBlock(String text) implements Block {}

  /** The options with what each got. */
  record Counts(List<CountLine> lines) implements Block {
    public Counts {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One option's count.
   *
   * @param share of the weighted valid votes, from 0 to 1
   * @param weight printed only where seats weigh differently, else empty
   */
  record CountLine(
      char letter, String label, int votes, double share, String weight, boolean leads) {}

  static Block paragraph(String text) {
    return new Paragraph(List.of(new Span.Plain(text)));
  }

  static Item item(List<Span> spans) {
    return new Item(List.of(new Paragraph(spans)));
  }
}
