package dev.roundtable.archive;

import dev.roundtable.debate.DebateId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** What operators do with stored debates. */
public final class DebateRecords {
  /** A debate and when it was opened. */
  public record Listed(DebateId debate, Instant opened) {}

  private final Database database;
  private final InstantSource clock;

  DebateRecords(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The latest debates first, those alone whose question or options contain the text. */
  public List<Listed> latest(String containing, int limit) {
    var sql =
        """
        select id, opened_millis from debate
        where opened_millis is not null and (:text = '' or words like :pattern escape '!')
        order by opened_millis desc, id limit :limit
        """;
    var text = containing.strip().toLowerCase(Locale.ROOT);
    return database.read(handle ->
        handle
            .createQuery(sql)
            .bind("text", text)
            .bind("pattern", "%" + text.replaceAll("[!%_]", "!$0") + "%")
            .bind("limit", limit)
            .map((row, _) ->
                new Listed(
                    new DebateId(row.getString("id")),
                    Instant.ofEpochMilli(row.getLong("opened_millis"))))
            .list());
  }

  /**
   * Removes what was said in the debate for good and notes that it was done; whoever works on it
   * loses its lease. False if there is nothing to remove.
   */
  public boolean forget(DebateId debate) {
    boolean forgotten = database.write(handle -> forget(handle, debate.value()));
    if (forgotten) {
      database.scrub();
    }
    return forgotten;
  }

  private boolean forget(Handle handle, String debate) {
    var tombstone =
        """
        update debate
        set epoch = epoch + 1, at_work = false, opened_millis = null, words = null
        where id = ?
        """;
    handle.execute(tombstone, debate);
    int events = handle.execute("delete from debate_event where debate_id = ?", debate);
    handle.execute("delete from delivery where debate_id = ?", debate);
    handle.execute("update inbox set waits = ?, payload = null where debate_id = ?", false, debate);
    if (events == 0) {
      return false;
    }
    handle.execute(
        "insert into audit (at_millis, done, debate_id) values (?, 'forgotten', ?)",
        clock.millis(),
        debate);
    return true;
  }
}
