package dev.roundtable.archive;

class PostgresChatPortsTest extends ChatPortsContract {
  @Override
  String url() {
    return TestDatabases.postgres();
  }
}
