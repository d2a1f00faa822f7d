package dev.roundtable.archive;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqlitePlansTest extends PlansContract {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  @Override
  String url() {
    return TestDatabases.sqlite(folder);
  }

  @Override
  String explain() {
    return "explain query plan";
  }

  @Override
  boolean readsAll(String line) {
    return line.matches("SCAN (debate|debate_event|inbox|delivery)( .*)?")
        && !line.contains("INDEX");
  }
}
