package dev.roundtable.archive;

class PostgresDeliveryLogTest extends SqlDeliveryLogContract {
  @Override
  String url() {
    return TestDatabases.postgres();
  }
}
