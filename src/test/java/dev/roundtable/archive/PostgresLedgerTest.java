package dev.roundtable.archive;

class PostgresLedgerTest extends LedgerContract {
  @Override
  String url() {
    return TestDatabases.postgres();
  }
}
