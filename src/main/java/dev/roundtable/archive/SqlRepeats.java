package dev.roundtable.archive;

import dev.roundtable.chat.Repeats;
import java.time.Duration;
import java.time.InstantSource;

/** What has come once, in a database. */
final class SqlRepeats implements Repeats {
  private final Database database;
  private final InstantSource clock;

  SqlRepeats(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  // The row of something that came long ago is taken over as if it were new.
  @Override
  public boolean isRepeat(String what, Duration remembered) {
    var sql =
        """
        insert into come (what, until_millis) values (:what, :until)
        on conflict (what) do update set until_millis = excluded.until_millis
          where come.until_millis <= :now
        """;
    var now = clock.instant();
    return database.write(handle -> {
      int made =
          handle
              .createUpdate(sql)
              .bind("what", what)
              .bind("until", now.plus(remembered).toEpochMilli())
              .bind("now", now.toEpochMilli())
              .execute();
      handle.execute("delete from come where until_millis <= ?", now.toEpochMilli());
      return made == 0;
    });
  }
}
