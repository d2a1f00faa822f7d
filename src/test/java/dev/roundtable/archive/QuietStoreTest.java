package dev.roundtable.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.export.StillTimer;
import dev.roundtable.session.Budget;
import dev.roundtable.session.Permissions;
import dev.roundtable.session.Ports;
import dev.roundtable.session.SessionSettings;
import dev.roundtable.session.Sessions;
import dev.roundtable.session.Tables;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store that is made, used by a replica and closed tells the reader of a terminal nothing. */
@Timeout(60)
class QuietStoreTest {
  /** What a program with a store does from its start to its end. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) {
      try (var store = DebateStore.open(args[0], new Properties(), InstantSource.system())) {
        var timer = new StillTimer();
        var table = Tables.of(Tables.abstains(), Tables.abstains());
        var ports =
            new Ports(
                store.archive(),
                store.inbox(),
                Tables.only(table),
                Permissions.EVERYONE,
                Budget.UNLIMITED,
                timer,
                List.of());
        var sessions = new Sessions(ports, SessionSettings.DEFAULT);
        try (var leased = store.lease(sessions, timer, LeaseSettings.DEFAULT)) {
          leased.start();
        }
      }
      System.exit(0);
    }
  }

  @Test
  void noLibraryOfTheStoreSpeaksThoughTheProgramMay(@TempDir Path folder) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-Droundtable.log.level=info",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                TestDatabases.sqlite(folder))
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).isEmpty();
    assertThat(process.waitFor()).isZero();
  }
}
