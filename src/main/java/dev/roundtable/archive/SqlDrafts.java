package dev.roundtable.archive;

import dev.roundtable.chat.Drafts;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Person;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Drafts in a database. */
final class SqlDrafts implements Drafts {
  private static final Duration LIFE = Duration.ofHours(1);

  private final Database database;
  private final InstantSource clock;

  SqlDrafts(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public void keep(DebateId id, Draft draft) {
    var payload = Json.text(DraftJson.write(draft));
    var sql =
        """
        insert into draft (debate_id, kept_millis, asker, payload)
        values (:id, :at, :asker, :payload)
        on conflict (debate_id) do update set
          kept_millis = excluded.kept_millis, asker = excluded.asker, payload = excluded.payload
        """;
    database.write(handle -> {
      handle.execute("delete from draft where kept_millis <= ?", oldest());
      return handle
          .createUpdate(sql)
          .bind("id", id.value())
          .bind("at", clock.millis())
          .bind("asker", draft.by().person().id())
          .bind("payload", payload)
          .execute();
    });
  }

  private long oldest() {
    return clock.millis() - LIFE.toMillis();
  }

  @Override
  public Optional<Draft> take(DebateId id, Person by) {
    var sql =
        """
        delete from draft where debate_id = :id and asker = :asker and kept_millis > :oldest
        returning payload
        """;
    return database
        .write(handle ->
            handle
                .createQuery(sql)
                .bind("id", id.value())
                .bind("asker", by.id())
                .bind("oldest", oldest())
                .mapTo(String.class)
                .findOne())
        .map(payload -> DraftJson.draft(new Fields(Json.parse(payload))));
  }

  /** Takes out what nobody can start any more. */
  void expire() {
    database.write(handle -> handle.execute("delete from draft where kept_millis <= ?", oldest()));
  }
}
