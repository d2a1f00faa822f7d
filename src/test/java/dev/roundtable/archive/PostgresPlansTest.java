package dev.roundtable.archive;

class PostgresPlansTest extends PlansContract {
  @Override
  String url() {
    return TestDatabases.postgres();
  }

  @Override
  String explain() {
    return "explain";
  }

  @Override
  boolean readsAll(String line) {
    return line.contains("Seq Scan");
  }
}
