package dev.roundtable.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.Span;
import dev.roundtable.transcript.Transcript;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownExportTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "[click](javascript:alert(1))",
        "![x](https://example.org/track.png)",
        "# no heading",
        "- no list",
        "1. no list",
        "> no quote",
        "*no* _emphasis_ **here** ~~at all~~",
        "`no code`",
        "&lt;b&gt; &#x3C;",
        "a | b",
        "--- \n===",
        "\\*",
        "https://example.org <https://example.org>"
      })
  void plainTextReadsAsItselfWhateverItHolds(String hostile) {
    var node = parse(write(Block.paragraph(hostile)));
    var text = TextContentRenderer.builder().build().render(node);
    assertThat(text.replaceAll("\\s+", " ").strip())
        .isEqualTo(hostile.replaceAll("\\s+", " ").strip());
    var html = HtmlRenderer.builder().build().render(node);
    assertThat(html).doesNotContain("<script", "<a ", "<img", "<h1", "<li", "<em", "<code");
  }

  @Test
  void codeThatHoldsAFenceGetsALongerOne() {
    var html = html(new Block.CodeBlock("a\n```\n<b>\n````\nc"));
    assertThat(html).isEqualTo("<pre><code>a\n```\n&lt;b&gt;\n````\nc\n</code></pre>\n");
  }

  @Test
  void linksEmphasisAndListsComeThrough() {
    var link = new Span.Link(List.of(Span.plain("a]b")), URI.create("https://example.org/(x)?y=z"));
    var item = Block.item(List.of(Span.strong("s"), Span.plain(" "), new Span.Code("c`d"), link));
    assertThat(html(new Block.ItemList(true, List.of(item))))
        .contains("<ol>", "<strong>s</strong>", "<code>c`d</code>")
        .contains("<a href=\"https://example.org/(x)?y=z\">a]b</a>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/?a=1&b=2",
        "https://example.org/&#x202e;gpj",
        "https://example.org/?q=&lt;&amp;&copy;&reg=1#&rlm;",
        "https://example.org/*a*_b_~c~(d)!f'$",
        "https://example.org/ä?ö=本"
      })
  void anAddressIsReadAsItIs(String address) {
    var link = new Span.Link(List.of(Span.plain("x")), URI.create(address));
    var markdown = write(new Block.Paragraph(List.of(link)));
    var seen = new ArrayList<String>();
    parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link read) {
                seen.add(read.getDestination());
              }
            });
    assertThat(seen).containsExactly(link.target().toASCIIString());
  }

  private static String html(Block block) {
    return HtmlRenderer.builder().build().render(parse(write(block)));
  }

  private static Node parse(String markdown) {
    return Parser.builder().build().parse(markdown);
  }

  private static String write(Block block) {
    var section = new Section("k", Section.Weight.BODY, List.of(), List.of(block));
    return MarkdownExport.write(new Transcript(List.of(section)));
  }
}
