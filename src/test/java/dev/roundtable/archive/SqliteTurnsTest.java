package dev.roundtable.archive;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteTurnsTest extends TurnsContract {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  @Override
  String url() {
    return TestDatabases.sqlite(folder);
  }
}
