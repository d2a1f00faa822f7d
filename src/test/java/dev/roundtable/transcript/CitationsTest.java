package dev.roundtable.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Source;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitationsTest {
  private static final Citations CITATIONS =
      new Citations(
          List.of(
              new Source("One", "https://one.example"),
              new Source("Two", "javascript:alert(2)"),
              new Source("", ""),
              new Source("Four", "https://four.example/?q=4")));

  private static List<Block> read(String markdown) {
    return CITATIONS.in(Markdown.blocks(markdown));
  }

  private static Span link(int number, String address) {
    return new Span.Link(List.of(Span.plain("[" + number + "]")), URI.create(address));
  }

  @Test
  void aNumberLeadsToTheSourceInThatPlace() {
    assertThat(read("It scales[1][4], says **[4]**."))
        .containsExactly(
            new Block.Paragraph(
                List.of(
                    Span.plain("It scales"),
                    link(1, "https://one.example"),
                    link(4, "https://four.example/?q=4"),
                    Span.plain(", says "),
                    new Span.Strong(List.of(link(4, "https://four.example/?q=4"))),
                    Span.plain("."))));
  }

  @Test
  void aNumberInAListOrAQuotationLeadsThereToo() {
    var linked = new Block.Paragraph(List.of(link(1, "https://one.example")));
    assertThat(read("- [1]\n\n> [1]"))
        .containsExactly(
            new Block.ItemList(false, List.of(new Block.Item(List.of(linked)))),
            new Block.Quotation(List.of(linked)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[2] is no web page",
        "[3] has no address",
        "[5] is nobody's",
        "[0], [-1], [01], [1a], [9999]",
        "`a[1]`",
        "```\na[1]\n```",
        "[[1]](https://elsewhere.example)",
        "[see [1] there](https://elsewhere.example)"
      })
  void everythingElseStaysAsItIs(String markdown) {
    assertThat(read(markdown)).isEqualTo(Markdown.blocks(markdown));
  }
}
