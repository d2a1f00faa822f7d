package dev.roundtable.archive;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteForgettingTest extends ForgettingContract {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  @Override
  String url() {
    return TestDatabases.sqlite(folder);
  }
}
