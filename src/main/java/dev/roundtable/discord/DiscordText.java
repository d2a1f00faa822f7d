package dev.roundtable.discord;

import dev.roundtable.export.MarkdownMarks;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Text in Discord's Markdown. Words that are not the bot's own stand there as they are written:
 * they mention nobody, link nowhere, and are no heading, list, quotation, code or spoiler.
 */
final class DiscordText {
  private static final int BAR = 10;
  private static final String ZERO_WIDTH_SPACE = "\u200B";

  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_~|\\[\\]<>]");
  // What would begin a block at the start of a line.
  private static final Pattern OPENING =
      Pattern.compile("(?m)^([ \\t]*\\d{0,9})([-+#]|(?<=\\d)[.)](?=\\s|$))");
  private static final Pattern EVERYBODY = Pattern.compile("(?i)@(?=everyone|here)");
  // Discord makes a link of these without being asked to.
  private static final Pattern SCHEME = Pattern.compile(":(?=//)");
  private static final Pattern INVITATION =
      Pattern.compile("(?i)(discord(?:app)?)\\.(?=gg/|com/|new/)");

  private DiscordText() {}

  /** The words as they are, on as many lines. */
  static String escape(String text) {
    return opened(inline(text));
  }

  /** The words as they are, on one line. */
  static String line(String text) {
    return escape(text.replaceAll("\\s+", " ").strip());
  }

  /** For places that show no Markdown, such as the label of a button; at most that long. */
  static String bare(String text, int most) {
    return cut(nobody(text).replaceAll("\\s+", " ").strip(), most);
  }

  /** As many characters of it as allowed, the last of them an ellipsis if some are left out. */
  static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, safeEnd(text, most - 1)) + "…";
  }

  private static String inline(String text) {
    var escaped = SPECIAL.matcher(text).replaceAll("\\\\$0");
    escaped = nobody(escaped);
    escaped = SCHEME.matcher(escaped).replaceAll("\\\\:");
    return INVITATION.matcher(escaped).replaceAll("$1\\\\.");
  }

  private static String nobody(String text) {
    return EVERYBODY.matcher(text).replaceAll("@" + ZERO_WIDTH_SPACE);
  }

  private static String opened(String text) {
    return OPENING.matcher(text).replaceAll("$1\\\\$2");
  }

  static String spans(List<Span> spans) {
    return opened(inner(spans));
  }

  private static String inner(List<Span> spans) {
    var text = new StringBuilder();
    for (var span : spans) {
      text.append(
          switch (span) {
            case Span.Plain(var words) -> inline(words);
            case Span.Strong(var inner) -> MarkdownMarks.around("**", inner(inner));
            case Span.Emphasis(var inner) -> MarkdownMarks.around("*", inner(inner));
            case Span.SeatName(_, var name) -> MarkdownMarks.around("**", inline(name));
            case Span.Code(var words) -> code(words);
            case Span.Link(var inner, var target) -> link(inner, target.toASCIIString());
          });
    }
    return text.toString();
  }

  // A backtick cannot be escaped within code.
  private static String code(String words) {
    return words.isBlank() || words.contains("`") ? inline(words) : "`" + nobody(words) + "`";
  }

  // Where it leads is always to be seen, as its words may say otherwise.
  private static String link(List<Span> words, String target) {
    var address = "<" + target.replace(">", "%3E").replace("<", "%3C").replace("@", "%40") + ">";
    var text = Span.text(words);
    return text.isBlank() || text.equals(target) ? address : inner(words) + " (" + address + ")";
  }

  /** The blocks in order, none longer than that; a longer one goes on in the next. */
  static List<String> blocks(List<Block> blocks, int most) {
    var texts = new ArrayList<String>();
    for (var block : blocks) {
      var text = block(block);
      if (text.length() <= most) {
        texts.add(text);
      } else {
        texts.addAll(broken(block, most));
      }
    }
    return texts;
  }

  static String block(Block block) {
    return switch (block) {
      case Block.Paragraph(var spans) -> spans(spans);
      case Block.ItemList(var numbered, var items) -> String.join("\n", items(numbered, items));
      case Block.Quotation(var blocks) -> all(blocks).replaceAll("(?m)^", "> ");
      case Block.CodeBlock(var text) -> fenced(text);
      case Block.Counts(var lines) -> counts(lines);
    };
  }

  private static String all(List<Block> blocks) {
    return String.join("\n", blocks.stream().map(DiscordText::block).toList());
  }

  private static List<String> items(boolean numbered, List<Block.Item> items) {
    var lines = new ArrayList<String>();
    int number = 1;
    for (var item : items) {
      var mark = numbered ? number++ + ". " : "- ";
      lines.add(mark + all(item.blocks()).replace("\n", "\n" + " ".repeat(mark.length())));
    }
    return lines;
  }

  private static String fenced(String text) {
    var inert = nobody(text).replace("``", "`" + ZERO_WIDTH_SPACE + "`");
    return "```\n" + inert + (inert.endsWith("`") ? ZERO_WIDTH_SPACE : "") + "\n```";
  }

  static String counts(List<Block.CountLine> lines) {
    return String.join("\n", lines.stream().map(DiscordText::count).toList());
  }

  private static String count(Block.CountLine line) {
    int length = (int) Math.round(line.share() * BAR);
    var bar = "`" + "█".repeat(length) + "░".repeat(BAR - length) + "`";
    var weight = line.weight().isEmpty() ? "" : " (" + line(line.weight()) + ")";
    var label = inline(line.label());
    return bar
        + " **"
        + line.votes()
        + "**"
        + weight
        + " "
        + line.letter()
        + " · "
        + (line.leads() ? MarkdownMarks.around("**", label) : label);
  }

  // Marks that a cut would tear apart are left out.
  private static List<String> broken(Block block, int most) {
    return switch (block) {
      case Block.Paragraph(var spans) -> split(escape(Span.text(spans)), most);
      case Block.CodeBlock(var text) -> {
        // Fences, and at worst one more character for every two.
        int room = most * 2 / 3 - "```\n\n```".length();
        yield split(text, room, UnaryOperator.identity()).stream()
            .map(DiscordText::fenced)
            .toList();
      }
      case Block.ItemList(var numbered, var items) -> {
        var parts = new ArrayList<String>();
        var lines = items(numbered, items);
        for (int i = 0; i < lines.size(); i++) {
          boolean fits = lines.get(i).length() <= most;
          parts.addAll(fits ? List.of(lines.get(i)) : blocks(items.get(i).blocks(), most));
        }
        yield parts;
      }
      case Block.Quotation(var inner) -> blocks(inner, most);
      case Block.Counts(var lines) -> split(counts(lines), most);
    };
  }

  /** Pieces of at most that length, cut between lines or words where there are any. */
  static List<String> split(String escaped, int most) {
    return split(escaped, most, DiscordText::opened);
  }

  private static List<String> split(String text, int most, UnaryOperator<String> beginning) {
    var pieces = new ArrayList<String>();
    var rest = text;
    while (rest.length() > most) {
      int end = cutAt(rest, most);
      pieces.add(rest.substring(0, end).stripTrailing());
      rest = beginning.apply(rest.substring(end).stripLeading());
    }
    pieces.add(rest);
    return pieces;
  }

  private static int cutAt(String text, int most) {
    int line = text.lastIndexOf('\n', most);
    int word = Math.max(line, text.lastIndexOf(' ', most));
    return line > most / 2 ? line : word > 0 ? word : safeEnd(text, most);
  }

  // Neither between an escape and what it escapes, nor within a character.
  private static int safeEnd(String text, int end) {
    int slashes = 0;
    while (slashes < end && text.charAt(end - 1 - slashes) == '\\') {
      slashes++;
    }
    int safe = slashes % 2 == 1 ? end - 1 : end;
    return safe > 1 && Character.isHighSurrogate(text.charAt(safe - 1)) ? safe - 1 : safe;
  }
}
