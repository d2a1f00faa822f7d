package dev.roundtable.archive;

class PostgresForgettingTest extends ForgettingContract {
  @Override
  String url() {
    return TestDatabases.postgres();
  }
}
