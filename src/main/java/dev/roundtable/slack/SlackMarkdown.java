package dev.roundtable.slack;

import dev.roundtable.safety.WebAddress;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Span;
import java.util.ArrayList;
import java.util.List;

/** Blocks of a transcript as the text of Slack's markdown block; text out of models is escaped. */
final class SlackMarkdown {
  private SlackMarkdown() {}

  static String of(List<Block> blocks) {
    return String.join("\n\n", blocks.stream().map(SlackMarkdown::block).toList());
  }

  /** A heading in bold on one line, nothing if it is empty. */
  static String heading(List<Span> heading) {
    var text = SlackText.markdown(oneLine(Span.text(heading)));
    return text.isBlank() ? "" : "**" + text.strip() + "**";
  }

  private static String block(Block block) {
    return switch (block) {
      case Block.Paragraph(var spans) -> inline(spans).replace("\n", "  \n");
      case Block.ItemList(var numbered, var items) -> items(numbered, items);
      // Every line, or a blank one would end the quotation.
      case Block.Quotation(var blocks) -> of(blocks).replaceAll("(?m)^", "> ");
      case Block.CodeBlock(var text) -> code(text);
      case Block.Counts(var lines) -> counts(lines);
    };
  }

  private static String items(boolean numbered, List<Block.Item> items) {
    var lines = new ArrayList<String>();
    int number = 1;
    for (var item : items) {
      var mark = numbered ? number++ + ". " : "- ";
      lines.add(mark + of(item.blocks()).replace("\n", "\n" + " ".repeat(mark.length())));
    }
    return String.join("\n", lines);
  }

  // A fence within the code would end it, and Slack knows no longer fences for certain.
  private static String code(String text) {
    return "```\n" + SlackText.code(text).replace("```", "`\u200b``") + "\n```";
  }

  private static String counts(List<Block.CountLine> lines) {
    return String.join("\n", lines.stream().map(SlackMarkdown::count).toList());
  }

  private static String count(Block.CountLine line) {
    var label = SlackText.markdown(oneLine(line.letter() + " " + line.label()));
    var weight = line.weight().isEmpty() ? "" : " (" + line.weight() + ")";
    return "- "
        + CountBar.of(line)
        + " "
        + (line.leads() ? "**" + label + "**" : label)
        + " · "
        + line.votes()
        + weight;
  }

  private static String inline(List<Span> spans) {
    var text = new StringBuilder();
    for (var span : spans) {
      text.append(
          switch (span) {
            case Span.Plain(var words) -> SlackText.markdown(words);
            case Span.Strong(var inner) -> around("**", inline(inner));
            case Span.Emphasis(var inner) -> around("*", inline(inner));
            case Span.SeatName(_, var name) -> around("**", SlackText.markdown(name));
            case Span.Code(var words) -> codeSpan(words);
            case Span.Link(var inner, var target) -> link(inner, target.toASCIIString());
          });
    }
    return text.toString();
  }

  // Where it leads stands behind the words, as they may say otherwise.
  private static String link(List<Span> inner, String target) {
    var words = inline(inner).replace("\n", " ");
    var web = WebAddress.of(target);
    if (web.isEmpty() || words.isBlank()) {
      return words;
    }
    var address = target.replace("(", "%28").replace(")", "%29").replace("|", "%7C");
    var host = web.get().getHost();
    var shown = Span.text(inner).contains(host) ? "" : " (" + SlackText.markdown(host) + ")";
    return "[" + words.strip() + "](" + SlackText.code(address) + ")" + shown;
  }

  // Emphasis must hug its words, or it is not read as such.
  private static String around(String mark, String text) {
    var words = text.strip();
    if (words.isEmpty()) {
      return text;
    }
    int start = text.indexOf(words);
    return text.substring(0, start) + mark + words + mark + text.substring(start + words.length());
  }

  private static String codeSpan(String words) {
    var inert = SlackText.code(words).replace('`', 'ˋ').replace('\n', ' ');
    return inert.isBlank() ? inert : "`" + inert + "`";
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\n\\s*", " ");
  }
}
