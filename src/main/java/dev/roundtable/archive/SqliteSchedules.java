package dev.roundtable.archive;

import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;

/**
 * Lets a replica take all that is due in one transaction. The library asks for {@code for update}
 * because of databases with several writers; the transactions of this one are immediate, so that
 * nobody else takes what one has read.
 */
final class SqliteSchedules extends SqliteJdbcCustomization {
  @Override
  public boolean supportsGenericLockAndFetch() {
    return true;
  }

  @Override
  public String createGenericSelectForUpdateQuery(
      String table, int limit, String condition, boolean byPriority) {
    return createSelectDueQuery(table, limit, condition, byPriority);
  }
}
