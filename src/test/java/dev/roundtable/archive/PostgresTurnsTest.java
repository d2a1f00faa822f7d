package dev.roundtable.archive;

class PostgresTurnsTest extends TurnsContract {
  @Override
  String url() {
    return TestDatabases.postgres();
  }
}
