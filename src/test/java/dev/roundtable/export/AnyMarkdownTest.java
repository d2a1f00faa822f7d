package dev.roundtable.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Given;
import dev.roundtable.session.Panelist;
import dev.roundtable.session.Tables;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.Transcript;
import dev.roundtable.transcript.Transcripts;
import dev.roundtable.transcript.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever Markdown comes, it is written down, and no line is wider than asked. */
@Timeout(60)
class AnyMarkdownTest {
  private static final int SEATS = 12;
  private static final String JOINED = "👩\u200d".repeat(60) + "👩";

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- ```\n  ```",
        "- ``  ``",
        "- # \n- b",
        "- &#32;\n- b",
        "- >\n\n  b",
        "-\n- b",
        "- - - b",
        "1. ```\n   ```",
        "> - ``  ``",
        "- <b>\n\n      code",
        "`&#27;` ``  ``"
      })
  void anItemThatBeginsWithNothingIsWritten(String reasons) throws Exception {
    written(reasons(Tables.all(2, _ -> says(reasons))), 20);
  }

  @Test
  void eachItemHasItsMarkThoughItsFirstLineIsEmpty() throws Exception {
    var transcript = reasons(Tables.all(2, _ -> says("- # \n- b\n- ```\n\n  c\n  ```")));
    assertThat(new TextExport(80, Ink.NONE).write(transcript))
        .contains("  •\n  • b\n  •\n        c");
  }

  @Test
  void emojiJoinedWithoutEndAreCut() throws Exception {
    written(reasons(Tables.all(2, _ -> says(JOINED))), 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverSeatsWriteIsWrittenDown(long seed) throws Exception {
    var markdown = new RandomMarkdown(seed);
    written(reasons(Tables.all(SEATS, _ -> says(markdown.text()))), markdown.width());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverIsNestedInWhateverIsWrittenDown(long seed) {
    var markdown = new RandomMarkdown(seed);
    var section = new Section("k", Section.Weight.DETAIL, List.of(), markdown.document());
    written(new Transcript(List.of(section)), markdown.width());
  }

  private static Panelist says(String reasons) {
    return brief -> Tables.reply(Given.vote(brief.seat(), "a", reasons));
  }

  private static Transcript reasons(Panelist... panelists) throws Exception {
    var question = Given.question("a", "b");
    var table = Tables.of(panelists);
    var debate = Play.of(table, new StillTimer(), question, Given.rounds(1), List.of());
    return Transcripts.of(debate, Words.in(Locale.ENGLISH));
  }

  private static void written(Transcript transcript, int width) {
    assertThat(MarkdownExport.write(transcript)).isNotEmpty();
    assertThat(new TextExport(width, Ink.NONE).write(transcript).lines())
        .allSatisfy(line -> assertThat(TextWrap.columns(line)).as(line).isLessThanOrEqualTo(width));
  }
}
