package dev.roundtable.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Mode;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.panelist.ScriptedPanel;
import dev.roundtable.transcript.Transcripts;
import dev.roundtable.transcript.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whole debates, played from a script, read right in every format. {@code -Dgolden.write=true}
 * writes the expected files anew; look at the difference before you commit it.
 */
@Timeout(30)
class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final Words WORDS = Words.in(Locale.ENGLISH);
  private static final ObjectMapper JSON = new ObjectMapper();

  enum Golden {
    UNANIMOUS("Is it safe to deploy on Fridays?", List.of(), Rules.DEFAULT),
    TIE("Should we move to one repository?", List.of(), Rules.DEFAULT),
    PLURALITY_TIE(
        "When do we retire the old path?",
        List.of("Now", "Next quarter", "Never"),
        Rules.DEFAULT.withMode(Mode.POLL)),
    TWO_LOST("Should we switch to the new queue?", List.of("Yes", "No"), Rules.DEFAULT),
    OPEN("How should we name the new service?", List.of(), Rules.DEFAULT),
    TURNED(
        "Should we buy the search index?",
        List.of(),
        Rules.DEFAULT.withRounds(1),
        "A sponsor has agreed to pay for the first two years.");

    @SuppressWarnings("ImmutableEnumChecker")
    private final Question question;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Rules rules;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> followUps;

    Golden(String question, List<String> options, Rules rules, String... followUps) {
      this.question = new Question(question, options, null);
      this.rules = rules;
      this.followUps = List.of(followUps);
    }

    String fileName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDebateReadsRightAsText(Golden golden) throws Exception {
    var transcript = Transcripts.of(play(golden), WORDS);
    var text = new TextExport(80, Ink.NONE).write(transcript);
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    compare(golden, "txt", text);
  }

  @ParameterizedTest
  @EnumSource
  void aDebateReadsRightAsMarkdown(Golden golden) throws Exception {
    compare(golden, "md", MarkdownExport.write(Transcripts.of(play(golden), WORDS)));
  }

  @ParameterizedTest
  @EnumSource
  void aDebateReadsRightAsJson(Golden golden) throws Exception {
    var json = JsonExport.write(play(golden), WORDS);
    compare(golden, "json", json);
    assertThat(schema().validate(JSON.readTree(json))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aRecordPlayedAgainComesToTheSameVerdicts(Golden golden) throws Exception {
    var recorded = JsonExport.write(play(golden), WORDS);
    var timer = new StillTimer();
    var again =
        Play.of(
            ScriptedPanel.table(recorded, timer),
            timer,
            golden.question,
            golden.rules,
            golden.followUps);
    var first = JSON.readTree(recorded);
    var second = JSON.readTree(JsonExport.write(again, WORDS));
    assertThat(second.get("verdicts")).isEqualTo(first.get("verdicts"));
    assertThat(second.get("changes")).isEqualTo(first.get("changes"));
    assertThat(Transcripts.of(again, WORDS)).isEqualTo(Transcripts.of(play(golden), WORDS));
  }

  static Schema schema() throws IOException {
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    try (var schema = DebateRecord.class.getResourceAsStream("debate.schema.json")) {
      return registry.getSchema(schema);
    }
  }

  private static Debate play(Golden golden) throws Exception {
    var script = Files.readString(FOLDER.resolve(golden.fileName() + ".yaml"));
    var timer = new StillTimer();
    var table = ScriptedPanel.table(script, timer);
    return Play.of(table, timer, golden.question, golden.rules, golden.followUps);
  }

  private static void compare(Golden golden, String ending, String actual) throws IOException {
    var file = FOLDER.resolve(golden.fileName() + "." + ending);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }
}
