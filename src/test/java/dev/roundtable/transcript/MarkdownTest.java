package dev.roundtable.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  @Test
  void emphasisCodeAndLinksBecomeSpans() {
    assertThat(Markdown.blocks("A **b** *c* `d` [e](https://example.org)."))
        .containsExactly(
            new Block.Paragraph(
                List.of(
                    Span.plain("A "),
                    Span.strong("b"),
                    Span.plain(" "),
                    new Span.Emphasis(List.of(Span.plain("c"))),
                    Span.plain(" "),
                    new Span.Code("d"),
                    Span.plain(" "),
                    new Span.Link(List.of(Span.plain("e")), URI.create("https://example.org")),
                    Span.plain("."))));
  }

  @Test
  void headingsListsQuotesAndCodeBecomeBlocks() {
    var blocks = Markdown.blocks("# H\n\n- a\n- b\n\n1. c\n\n> q\n\n```sql\nselect 1\n```");
    assertThat(blocks)
        .containsExactly(
            new Block.Paragraph(List.of(Span.strong("H"))),
            new Block.ItemList(
                false,
                List.of(
                    Block.item(List.of(Span.plain("a"))), Block.item(List.of(Span.plain("b"))))),
            new Block.ItemList(true, List.of(Block.item(List.of(Span.plain("c"))))),
            new Block.Quotation(List.of(Block.paragraph("q"))),
            new Block.CodeBlock("select 1"));
  }

  @Test
  void aSmallTableKeepsItsColumns() {
    assertThat(
            Markdown.blocks(
                """
                Compare:
                | Option | Time **to fix** |
                |:--|--:|
                | Yes | 3. minutes |
                | 選択 \\| 肢 | - |\
                """))
        .containsExactly(
            Block.paragraph("Compare:"),
            new Block.CodeBlock(
                """
                Option     Time to fix
                ─────────  ───────────
                Yes        3. minutes
                選択 | 肢  -\
                """));
  }

  @Test
  void aWideTableBecomesAListOfItsRows() {
    var cell = "words and more words ".repeat(5).strip();
    var blocks = Markdown.blocks("a | b\n--- | ---\n" + cell + " | x | more\n| | y |");
    assertThat(blocks).hasSize(1);
    assertThat(((Block.ItemList) blocks.getFirst()).items())
        .extracting(item -> Span.text(((Block.Paragraph) item.blocks().getFirst()).spans()))
        .containsExactly("a: " + cell + " · b: x · more", "b: y");
  }

  @Test
  void pipesAloneAreNoTable() {
    assertThat(Span.text(spans("a | b\nc | d"))).isEqualTo("a | b c | d");
    assertThat(Markdown.blocks("|---|")).containsExactly(Block.paragraph("|---|"));
  }

  @Test
  void oneLineSaysAllOfItWithoutItsMarks() {
    assertThat(Markdown.line("It is **wrong**:\n\n1. a\n2. b\n\n> q\n\n```sh\nls\n```\n- `c`"))
        .isEqualTo("It is wrong: 1) a 2) b q ls – c");
  }

  @Test
  void htmlIsShownAndNotObeyed() {
    assertThat(Span.text(spans("a <script>alert(1)</script> b")))
        .isEqualTo("a <script>alert(1)</script> b");
    assertThat(Markdown.blocks("<img src=x onerror=alert(1)>"))
        .containsExactly(Block.paragraph("<img src=x onerror=alert(1)>"));
  }

  @Test
  void aLinkThatDoesNotLeadToTheWebIsText() {
    assertThat(spans("[click](javascript:alert(1))"))
        .containsExactly(Span.plain("click"), Span.plain(" (javascript:alert(1))"));
  }

  @Test
  void anImageIsALinkWithItsDescription() {
    assertThat(spans("![a chart](https://example.org/c.png)"))
        .containsExactly(
            new Span.Link(List.of(Span.plain("a chart")), URI.create("https://example.org/c.png")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a&#27;[2Jb",
        "a&#x9b;2Jb",
        "a&#155;b",
        "a&#x202e;b",
        "a&#8203;b",
        "a&ZeroWidthSpace;b",
        "a&shy;b",
        "a&#xE0041;b",
        "a&#xd83d;b",
        "**a&#27;b**",
        "- a&rlm;b",
        "> a&lrm;b",
        "# a&#7;b",
        "[a&#27;b](https://example.org)",
        "![a&#27;b](https://example.org)",
        "[ab](javascript:a&#27;b&#x202e;)",
        "[ab](https://example.org/&#x202e;gpj)",
        "[ab](https://example.org \"a&#27;b\")",
        "`a&#27;b`",
        "<a&#27;>b",
        "<b title='&#27;'>"
      })
  void whatAnEntityStandsForIsMadeVisibleToo(String hostile) {
    assertThat(Markdown.blocks(hostile).toString())
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}]")
        .contains("a", "b");
  }

  @Test
  void aLineBreakSpeltAsAnEntityBeginsNoLine() {
    assertThat(spans("a&#10;&#13;&#10;- b")).containsExactly(Span.plain("a  - b"));
  }

  @Test
  void nestingThatWouldExhaustTheStackIsFlat() {
    assertThat(Markdown.blocks(">".repeat(100_000) + " deep")).isNotEmpty();
    assertThat(Markdown.blocks("*a **b ".repeat(20_000))).isNotEmpty();
    assertThat(Markdown.blocks("[".repeat(50_000))).isNotEmpty();
  }

  private static List<Span> spans(String markdown) {
    return ((Block.Paragraph) Markdown.blocks(markdown).getFirst()).spans();
  }
}
