package dev.roundtable.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Cost;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Given;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.Source;
import dev.roundtable.session.Panelist;
import dev.roundtable.session.Tables;
import dev.roundtable.transcript.Transcripts;
import dev.roundtable.transcript.Words;
import java.util.List;
import java.util.Locale;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers of two seats, each with sources of its own, in what is handed out. */
class CitationsExportTest {
  private static final Words WORDS = Words.in(Locale.ENGLISH);

  private Debate debate;

  private static Panelist reads(String address) {
    var source = new Source("A page", address);
    var provenance = new Provenance("m", null, Cost.NOTHING, List.of(source));
    return brief ->
        new Panelist.Reply(
            new Ballot.Vote(
                brief.seat(), Given.option("a"), "Proven[1], not `b[1]` or [2].", null, null),
            provenance);
  }

  @BeforeEach
  void play() throws Exception {
    var table = Tables.of(reads("https://one.example/x"), reads("https://two.example/y"));
    var question = Given.question("a", "b");
    debate = Play.of(table, new StillTimer(), question, Given.rounds(1), List.of());
  }

  @Test
  void textShowsWhereANumberLeads() {
    assertThat(new TextExport(100, Ink.NONE).write(Transcripts.of(debate, WORDS)))
        .contains("Proven[1] <https://one.example/x>, not b[1] or [2].")
        .contains("Proven[1] <https://two.example/y>, not b[1] or [2].");
  }

  @Test
  void markdownLinksANumber() {
    var markdown = MarkdownExport.write(Transcripts.of(debate, WORDS));
    var html = HtmlRenderer.builder().build().render(Parser.builder().build().parse(markdown));
    var rest = ", not <code>b[1]</code> or [2].";
    assertThat(html)
        .contains("Proven<a href=\"https://one.example/x\">[1]</a>" + rest)
        .contains("Proven<a href=\"https://two.example/y\">[1]</a>" + rest);
  }
}
