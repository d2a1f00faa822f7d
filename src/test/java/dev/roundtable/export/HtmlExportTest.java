package dev.roundtable.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Given;
import dev.roundtable.debate.Proceedings;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.panelist.DemoPanel;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.Span;
import dev.roundtable.transcript.Transcripts;
import dev.roundtable.transcript.Words;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HtmlExportTest {
  private static final Words WORDS = Words.in(Locale.ENGLISH);

  private static Debate debate() throws Exception {
    var timer = new StillTimer();
    var table = DemoPanel.table("demo", timer, Duration.ZERO);
    var asked =
        new Question("Should an <b>agent</b> & Co have access?", List.of("Yes", "No"), null);
    return Play.of(table, timer, asked, Rules.DEFAULT, List.of("It can be \"undone\"."));
  }

  @Test
  void whateverTheTranscriptSaysThePageSays() throws Exception {
    var debate = debate();
    var page =
        HtmlExport.write(debate, WORDS).replaceAll("<span class=\"score\">([^<]+)</span>", "$1");
    for (var section : Transcripts.of(debate, WORDS).sections()) {
      section.blocks().forEach(block -> assertSaid(page, section, block));
    }
    assertThat(page).contains("<table", "<svg", "role=\"img\"", "because of");
  }

  private static void assertSaid(String page, Section section, Block block) {
    switch (block) {
      case Block.Paragraph(var spans) ->
          assertThat(page).as(section.key()).contains(Html.text(Span.text(spans)).write());
      case Block.ItemList(_, var items) ->
          items.forEach(item ->
              item.blocks()
                  .forEach(inner -> {
                    if (inner instanceof Block.Paragraph(var spans)) {
                      spans.forEach(span ->
                          assertThat(page)
                              .as(section.key())
                              .contains(Html.text(Span.text(List.of(span))).write()));
                    }
                  }));
      case Block.Quotation(var blocks) -> blocks.forEach(inner -> assertSaid(page, section, inner));
      case Block.CodeBlock(var text) -> assertThat(page).contains(Html.text(text).write());
      case Block.Counts(var lines) ->
          lines.forEach(line -> assertThat(page).contains(Html.text(line.label()).write()));
    }
  }

  @Test
  void whoSpeaksUpAfterTheVerdictIsSeenToBeHeardUntilTheSeatsAnswer() {
    var held =
        Proceedings.open(Given.question("Yes", "No"), Given.panel(3), Given.rounds(1))
            .votes("yes no no")
            .run();
    assertThat(HtmlExport.write(held.debate(), WORDS)).doesNotContain("class=\"status\"");

    held.happens(Given.collected("m1", "Between us."));
    assertThat(HtmlExport.write(held.debate(), WORDS)).doesNotContain("class=\"status\"");

    held.happens(Given.reply("m2", "What about Friday?"));
    assertThat(HtmlExport.write(held.debate(), WORDS))
        .contains("Heard what Anna said; the seats answer in a moment.");

    assertThat(HtmlExport.write(held.run().debate(), WORDS)).doesNotContain("class=\"status\"");
  }

  @Test
  void theFileNeedsNothingAndAllowsNothing() throws Exception {
    var page = HtmlExport.write(debate(), WORDS);
    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("default-src &#39;none&#39;; style-src &#39;sha256-")
        .doesNotContain("<script", "<link", "src=", "@import", "url(");
  }

  @Test
  void eachPartHasAnIdOfItsOwnThatItsElementBears() throws Exception {
    var parts = HtmlExport.parts(debate(), WORDS, null);
    assertThat(parts).extracting(HtmlExport.Part::id).doesNotHaveDuplicates();
    assertThat(parts)
        .allSatisfy(part -> assertThat(part.html().write()).contains("id=\"" + part.id() + "\""));
  }

  @Test
  void textStaysText() {
    var tag = Tag.of("p", "</p><script>\u0000&'\"").with("title", "\"><b>\u0007");
    assertThat(tag.write())
        .isEqualTo(
            "<p title=\"&quot;&gt;&lt;b&gt;\uFFFD\">&lt;/p&gt;&lt;script&gt;\uFFFD&amp;&#39;&quot;</p>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"script", "STYLE", "iframe", "object", "a b", "p>", ""})
  void anElementThatRunsOrLoadsIsRefused(String name) {
    assertThatThrownBy(() -> Tag.of(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"onclick", "OnLoad", "style", "href", "SRC", "srcdoc", "a b", "x="})
  void anAttributeThatRunsOrLoadsIsRefused(String name) {
    var tag = Tag.of("p");
    assertThatThrownBy(() -> tag.with(name, "x")).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//evil.example", "https://evil.example", "javascript:x", "", "/\\evil.example"})
  void aPlaceElsewhereIsRefused(String place) {
    assertThatThrownBy(() -> Tag.link(place)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Tag.link(URI.create("javascript:x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void wordsThatRunTheOtherWayAreKeptApartInASentenceOfOurs() throws Exception {
    var timer = new StillTimer();
    var table = DemoPanel.table("demo", timer, Duration.ZERO);
    var asked = new Question("أي لغة نختار؟", List.of("بايثون", "جافا"), null);
    var page = HtmlExport.write(Play.of(table, timer, asked, Rules.DEFAULT, List.of()), WORDS);
    assertThat(page).containsPattern("<h1 dir=\"rtl\" [^>]+>أي لغة نختار؟</h1>");
    assertThat(page).containsPattern("<h2><bdi>(بايثون|جافا)</bdi>: \\d of \\d seats");
    assertThat(page).containsPattern("<span class=\"label\"><bdi>بايثون</bdi></span>");
  }
}
