package dev.roundtable.export;

import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Span;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What a model might write on its worst day, and documents that none has written yet. */
final class RandomMarkdown {
  private static final List<String> PIECES =
      List.of(
          "- ",
          "* ",
          "1. ",
          "12) ",
          "> ",
          "# ",
          "    ",
          "\t",
          "```",
          "~~~",
          "`",
          "``",
          "**",
          "*",
          "_",
          "[",
          "](",
          ")",
          "!",
          "<b>",
          "<!--",
          "-->",
          "|",
          "---",
          "===",
          "\\",
          "&#32;",
          "&#10;",
          "&nbsp;",
          "&#27;[2J",
          "&#8203;",
          "https://example.org/a",
          "javascript:x",
          "one",
          "words",
          "本番環境",
          "نعم",
          "👩‍👩‍👧‍👦",
          "é",
          "e\u0301",
          "\u3000",
          "\u00a0",
          " ",
          "  ",
          "\u200b",
          "Donaudampfschifffahrtsgesellschaft",
          "한국어",
          "\u1100\u1100\u1100",
          "{0}",
          "'");
  private static final URI ADDRESS = URI.create("https://example.org/a/long/way/to/go?x=y");

  private final Random random;

  RandomMarkdown(long seed) {
    random = new Random(seed);
  }

  String text() {
    var text = new StringBuilder();
    for (int i = random.nextInt(40); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      text.append(List.of("", "", " ", "\n", "\n\n", "\n  ").get(random.nextInt(6)));
    }
    return text.toString();
  }

  int width() {
    return 20 + random.nextInt(81);
  }

  List<Block> document() {
    var blocks = blocks(3);
    for (int i = random.nextInt(20); i > 0; i--) {
      blocks = List.of(around(blocks));
    }
    var counts = new Block.Counts(List.of(count('A'), count('J')));
    return Stream.concat(blocks.stream(), Stream.of(counts)).toList();
  }

  private List<Block> blocks(int depth) {
    return Stream.generate(() -> block(depth)).limit(random.nextInt(4)).toList();
  }

  private Block block(int depth) {
    return switch (random.nextInt(depth == 0 ? 2 : 4)) {
      case 0 -> new Block.Paragraph(spans(3));
      case 1 -> new Block.CodeBlock(text());
      default -> around(blocks(depth - 1));
    };
  }

  private Block around(List<Block> blocks) {
    return switch (random.nextInt(3)) {
      case 0 -> new Block.Quotation(blocks);
      case 1 -> new Block.ItemList(false, List.of(new Block.Item(blocks)));
      default -> {
        var items = new ArrayList<>(Collections.nCopies(10, new Block.Item(List.of())));
        items.set(random.nextInt(10), new Block.Item(blocks));
        yield new Block.ItemList(true, items);
      }
    };
  }

  private Block.CountLine count(char letter) {
    var weight = random.nextBoolean() ? "" : "12.5";
    var label = random.nextBoolean() ? "" : text();
    return new Block.CountLine(
        letter, label, random.nextInt(51), random.nextDouble(), weight, true);
  }

  private List<Span> spans(int depth) {
    return Stream.generate(() -> span(depth)).limit(random.nextInt(4)).toList();
  }

  private Span span(int depth) {
    return switch (random.nextInt(depth == 0 ? 2 : 5)) {
      case 0 -> Span.plain(text());
      case 1 -> new Span.Code(text());
      case 2 -> new Span.Strong(spans(depth - 1));
      case 3 -> new Span.Emphasis(spans(depth - 1));
      default -> new Span.Link(spans(depth - 1), ADDRESS);
    };
  }
}
