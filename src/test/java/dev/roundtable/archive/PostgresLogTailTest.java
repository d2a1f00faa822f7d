package dev.roundtable.archive;

class PostgresLogTailTest extends LogTailContract {
  @Override
  String url() {
    return TestDatabases.postgres();
  }
}
