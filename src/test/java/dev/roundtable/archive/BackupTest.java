package dev.roundtable.archive;

import static dev.roundtable.session.Tables.votes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Given;
import dev.roundtable.debate.Venue;
import dev.roundtable.session.Table;
import dev.roundtable.session.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BackupTest {
  private static final List<DebateId> IDS =
      IntStream.range(0, 40).mapToObj(i -> new DebateId("debate-" + i)).toList();
  private static final int COPIES = 8;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  private static DebateStore open(String url) {
    return DebateStore.open(url, TestDatabases.login(url), Replica.CLOCK);
  }

  private static Table table() {
    return Tables.of(votes("a", "b"), votes("b", "b"));
  }

  private String copy(int number) {
    return "jdbc:sqlite:" + folder.resolve("backup-" + number + ".db");
  }

  private static List<DebateEvent> events(DebateStore store, DebateId id) {
    return ArchiveContract.events(store.archive(), id);
  }

  @Test
  void aBackupThatIsTakenWhileDebatesRunOpensAndEveryDebateInItFoldsAndGoesOn() {
    var url = TestDatabases.sqlite(folder);
    try (var replica = Replica.of(url, table(), IDS.getFirst());
        var operator = open(url)) {
      for (var id : IDS) {
        var archive = replica.store.archive();
        archive.append(
            archive.lease(id),
            new DebateEvent.Opened(
                id,
                Given.question("a", "b"),
                Given.panel(2),
                Given.rounds(2),
                Given.ANNA,
                Venue.TERMINAL));
      }
      replica.start();
      for (int i = 0; i < COPIES; i++) {
        replica.settled(IDS.get(3 * i));
        assertThat(operator.backUp(folder.resolve("backup-" + i + ".db"))).isTrue();
      }
    }
    for (int i = 0; i < COPIES; i++) {
      try (var store = open(copy(i))) {
        assertThat(IDS).allSatisfy(id -> Debate.of(events(store, id)));
      }
    }
    goesOn(copy(0));
  }

  private static void goesOn(String copy) {
    List<DebateId> unfinished;
    try (var store = open(copy)) {
      unfinished = IDS.stream().filter(id -> !Debate.of(events(store, id)).settled()).toList();
    }
    assertThat(unfinished).isNotEmpty();
    try (var restored = Replica.of(copy, table(), IDS.getFirst()).start()) {
      assertThat(unfinished)
          .allSatisfy(id ->
              assertThat(restored.settled(id).rounds())
                  .hasSize(2)
                  .allSatisfy(round -> assertThat(round.cast()).hasSize(2)));
    }
  }

  @Test
  void aServerIsNotCopiedIntoAFile() {
    try (var store = open(TestDatabases.postgres())) {
      assertThat(store.backUp(folder.resolve("backup.db"))).isFalse();
    }
  }
}
