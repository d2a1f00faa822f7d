package dev.roundtable.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.Span;
import java.net.URI;
import java.util.List;
import org.jline.utils.WCWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextExportTest {
  private static final String JAPANESE = "本番環境への書き込み権限をエージェントに与えるべきかどうかという質問です。";
  private static final String ARABIC = "هل يجب أن يكون للوكيل حق الكتابة في بيئة الإنتاج؟";
  private static final String LONG_WORD = "Donaudampfschifffahrtsgesellschaft".repeat(5);

  @ParameterizedTest
  @ValueSource(ints = {20, 33, 40, 80, 100})
  void noLineIsWiderThanTheScreenWhateverTheScript(int width) {
    var text =
        write(
            width,
            List.of(
                Block.paragraph(
                    JAPANESE + " " + ARABIC + " " + LONG_WORD + " 👩‍👩‍👧‍👦".repeat(20)),
                new Block.ItemList(true, List.of(Block.item(List.of(Span.plain(LONG_WORD))))),
                new Block.Quotation(List.of(Block.paragraph(JAPANESE))),
                new Block.CodeBlock("select * from a_table_with_a_long_name where x = 1 and y = 2"),
                counts()));
    assertThat(text.lines())
        .allSatisfy(line -> assertThat(columns(line)).as(line).isLessThanOrEqualTo(width));
  }

  @Test
  void nothingIsDroppedWhenALongWordIsCut() {
    assertThat(write(20, List.of(Block.paragraph(LONG_WORD))).replace("\n", ""))
        .isEqualTo(LONG_WORD);
  }

  @Test
  void theLabelStandsLastSoThatItMovesNothing() {
    assertThat(write(80, List.of(counts())))
        .isEqualTo(
            """
            A  ███████████████····· 12 (3)  %s
            B  █████···············  4 (1)  日本
            """
                .formatted("نعم"));
  }

  @Test
  void aNarrowScreenHasNoBars() {
    assertThat(write(30, List.of(counts()))).startsWith("A  12 (3)  ").contains("B   4 (1)  日本");
  }

  @Test
  void aLinkShowsWhereItLeads() {
    var link =
        new Span.Link(List.of(Span.plain("your bank")), URI.create("https://evil.example/x"));
    assertThat(write(80, List.of(new Block.Paragraph(List.of(link)))))
        .isEqualTo("your bank <https://evil.example/x>\n");
  }

  @Test
  void aWordIsNotTornAtItsApostrophe() {
    assertThat(write(20, List.of(Block.paragraph("it is all the panel’s own doing"))))
        .isEqualTo("it is all the\npanel’s own doing\n");
  }

  @Test
  void emphasisTakesNoRoom() {
    Ink loud = (tone, text) -> "<" + tone + ">" + text + "</>";
    var spans = List.<Span>of(Span.strong("one two"), Span.plain(" three"));
    var section =
        new Section("k", Section.Weight.BODY, List.of(), List.of(new Block.Paragraph(spans)));
    assertThat(new TextExport(20, loud).write(List.of(section)))
        .isEqualTo("<STRONG>one</> <STRONG>two</> three\n");
  }

  private static Block counts() {
    return new Block.Counts(
        List.of(
            new Block.CountLine('A', "نعم", 12, 0.75, "3", true),
            new Block.CountLine('B', "日本", 4, 0.25, "1", false)));
  }

  private static String write(int width, List<Block> blocks) {
    var section = new Section("k", Section.Weight.BODY, List.of(), blocks);
    return new TextExport(width, Ink.NONE).write(List.of(section));
  }

  private static int columns(String line) {
    return line.codePoints().map(point -> Math.max(0, WCWidth.wcwidth(point))).sum();
  }
}
