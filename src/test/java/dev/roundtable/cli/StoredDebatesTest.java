package dev.roundtable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roundtable.archive.DebateStore;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.RandomDebate;
import dev.roundtable.debate.Venue;
import dev.roundtable.terminal.Console;
import dev.roundtable.terminal.Screen;
import dev.roundtable.transcript.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StoredDebatesTest {
  @TempDir private Path folder;

  record Run(int code, String out, String err) {}

  private DebateStore store() {
    return DebateStore.open(
        "jdbc:sqlite:" + folder.resolve("roundtable.db"),
        new Properties(),
        () -> Instant.parse("2026-11-23T09:00:00Z"));
  }

  @BeforeEach
  void storeDebates() {
    store(new RandomDebate(1).play().events());
    store(new RandomDebate(2).play().events());
  }

  private void store(List<DebateEvent> events) {
    try (var store = store()) {
      var lease = store.archive().lease(((DebateEvent.Opened) events.getFirst()).id());
      events.forEach(event -> store.archive().append(lease, event));
    }
  }

  private Run run(String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var screen = Screen.of(print(out), print(err), false, Map.of());
    var stored =
        new StoredDebates(_ -> store(), new Console(screen, false), Words.in(Locale.ENGLISH));
    int code =
        RoundtableCommand.commandLine(
                new HistoryCommand(stored, ZoneOffset.UTC),
                new ShowCommand(stored),
                new ExportCommand(stored),
                new ReplayCommand(stored),
                new ForgetCommand(stored),
                new BackupCommand(stored))
            .setOut(new PrintWriter(print(out), true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(print(err), true, StandardCharsets.UTF_8))
            .execute(args);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  @Test
  void historyListsWhatIsStoredAndSearchesIt() {
    assertThat(run("history").out)
        .contains("seed-1  2026-11-23 09:00  Which of them?", "seed-2  2026-11-23 09:00");
    assertThat(run("history", "--limit", "1").out).contains("seed-1").doesNotContain("seed-2");
    assertThat(run("history", "--search", "OF them").out).contains("seed-1", "seed-2");
    assertThat(run("history", "--search", "100%").out).isEmpty();
  }

  @Test
  void aDebateIsShownAndExported() throws IOException {
    assertThat(run("show", "seed-1").out).contains("Which of them?", "ROUND 1");
    assertThat(run("export", "seed-1").out).startsWith("# ");
    var json = run("export", "seed-1", "--format", "json").out;
    assertThat(new ObjectMapper().readTree(json).get("id").asText()).isEqualTo("seed-1");
    assertThat(run("export", "seed-1", "--format", "pdf").code).isEqualTo(2);
  }

  @Test
  void historyOfAChannelListsThatChannelAlone() {
    assertThat(run("history", "--channel", "C1").out).isEmpty();
    var inChannel =
        new Venue("slack", "T1", "C1", null, Venue.Reach.PUBLIC, Venue.Style.VOICES, "en");
    var opened = (DebateEvent.Opened) new RandomDebate(3).play().events().getFirst();
    store(
        List.of(
            new DebateEvent.Opened(
                opened.id(),
                opened.question(),
                opened.panel(),
                opened.rules(),
                opened.asker(),
                inChannel)));

    assertThat(run("history", "--channel", "C1").out).contains("seed-3").doesNotContain("seed-1");
  }

  @Test
  void anEmptyHistorySaysSoBesideTheOutput() {
    assertThat(run("history", "--search", "100%").err).contains("No stored debate fits");
    assertThat(run("history", "--limit", "0"))
        .satisfies(run -> assertThat(run.code).isEqualTo(2))
        .satisfies(run -> assertThat(run.err).contains("give 1 or more"));
  }

  @Test
  void theBeginningOfAnIdIsEnoughIfNoOtherBeginsSo() {
    assertThat(run("show", "seed-2").code).isZero();
    store(new RandomDebate(23).play().events());

    assertThat(run("show", "seed-23").out).contains("ROUND 1");
    assertThat(run("show", "seed-2").out).contains("ROUND 1");
    assertThat(run("replay", "SEED-1").code).isZero();
    assertThat(run("show", "seed").code).isEqualTo(2);
    assertThat(run("show", "seed").err).contains("seed-1, seed-2 and seed-23");
  }

  @Test
  void nothingIsForgottenByTheBeginningOfAnId() {
    assertThat(run("forget", "seed").err)
        .isEqualToIgnoringNewLines(
            "Several debates begin with seed; to remove one, type its whole id.");
    assertThat(run("history").out).contains("seed-1", "seed-2");
    run("forget", "seed-2");
    assertThat(run("forget", "seed").err)
        .isEqualToIgnoringNewLines(
            "seed is the beginning of seed-1; to remove it, type the whole id.");
    assertThat(run("forget", "seed").code).isEqualTo(2);
    assertThat(run("history").out).contains("seed-1");
    assertThat(run("forget", "other").err).contains("No debate other is stored");
  }

  @Test
  void theProgramsNameAloneSaysWhatIsMissing() {
    var alone = run();
    assertThat(alone.code).isEqualTo(2);
    assertThat(alone.err).isEqualToIgnoringNewLines("Say what to do: give a command; see --help.");
  }

  @Test
  void theHelpOfExportNamesEveryFormat() {
    for (var format : AskFormat.values()) {
      assertThat(run("export", "--help").out).contains(format.name().toLowerCase(Locale.ROOT));
      assertThat(run("export", "seed-1", "--format", format.name()).code).isZero();
    }
  }

  @Test
  void aPersonIsForgottenByIdAndOneOfTheTwoMustBeNamed() {
    assertThat(run("forget", "--person", "nobody").code).isEqualTo(2);
    assertThat(run("forget", "--person", "U1").out).contains("2 of their own debates");
    assertThat(run("history").out).isEmpty();
    assertThat(run("forget").code).isEqualTo(2);
    assertThat(run("forget", "seed-1", "--person", "U1").code).isEqualTo(2);
  }

  @Test
  void everyStoredVerdictComesOutTheSame() {
    for (long seed = 3; seed < 20; seed++) {
      store(new RandomDebate(seed).play().events());
      var run = run("replay", "seed-" + seed);

      assertThat(run.code).as("seed %d", seed).isZero();
      assertThat(run.out).contains("Verdict 1: the count comes out the same.");
    }
  }

  @Test
  void aVerdictThatTheBallotsDoNotGiveIsNoticed() {
    var forged = new DebateId("forged");
    var events = new RandomDebate(1).play().events();
    try (var store = store()) {
      var lease = store.archive().lease(forged);
      for (var event : events) {
        store
            .archive()
            .append(
                lease,
                event instanceof DebateEvent.VerdictReached(var number, var reason, var verdict)
                    ? new DebateEvent.VerdictReached(number + 1, reason, verdict)
                    : event);
        if (event instanceof DebateEvent.VerdictReached) {
          break;
        }
      }
    }
    var run = run("replay", "forged");

    assertThat(run.code).isEqualTo(1);
    assertThat(run.out).contains("the count comes out differently");
  }

  @Test
  void whatIsForgottenIsGoneFromTheFilesButForTheFact() throws IOException {
    assertThat(run("forget", "seed-1").code).isZero();
    assertThat(run("forget", "seed-2").code).isZero();

    assertThat(run("show", "seed-1").code).isEqualTo(2);
    assertThat(run("show", "seed-1").err).contains("No debate seed-1 is stored");
    assertThat(run("forget", "seed-1").code).isEqualTo(2);
    assertThat(run("history").out).isEmpty();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .doesNotContainIgnoringCase("which of them");
      }
    }
    assertThat(Files.readString(folder.resolve("roundtable.db"), StandardCharsets.ISO_8859_1))
        .contains("forgotten");
  }

  @Test
  void aBackupIsAWholeStoreOfItsOwnAndOverwritesNothing() throws IOException {
    var file = folder.resolve("copy.db");
    assertThat(run("backup", file.toString()).out).contains("Everything is in");

    try (var copy =
        DebateStore.open("jdbc:sqlite:" + file, new Properties(), InstantSource.system())) {
      assertThat(copy.archive().read(new DebateId("seed-1"))).isNotEmpty();
    }
    assertThat(run("backup", file.toString()).err).contains("exists already");
    assertThat(run("backup", folder.resolve("none/copy.db").toString()).err)
        .contains("does not exist");
    try (var files = Files.list(folder)) {
      assertThat(files).noneMatch(left -> left.toString().endsWith(".part"));
    }
  }

  @Test
  void anIdThatCannotBeOneIsSimplyUnknown() {
    assertThat(run("show", "../etc").err).contains("No debate ../etc is stored");
    assertThat(run("replay", "none").code).isEqualTo(2);
  }
}
