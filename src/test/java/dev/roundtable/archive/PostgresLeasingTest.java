package dev.roundtable.archive;

class PostgresLeasingTest extends LeasingContract {
  @Override
  String url() {
    return TestDatabases.postgres();
  }
}
