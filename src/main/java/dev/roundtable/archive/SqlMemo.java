package dev.roundtable.archive;

import dev.roundtable.chat.Memo;
import java.util.Optional;

/** A memo in a database. */
final class SqlMemo implements Memo {
  private final Database database;

  SqlMemo(Database database) {
    this.database = database;
  }

  @Override
  public Optional<String> read(String name) {
    var sql = "select said from memo where name = :name";
    return database.read(
        handle -> handle.createQuery(sql).bind("name", name).mapTo(String.class).findOne());
  }

  @Override
  public void erase(String name) {
    database.write(handle -> handle.execute("delete from memo where name = ?", name));
  }

  @Override
  public void write(String name, String value) {
    var sql =
        """
        insert into memo (name, said) values (:name, :said)
        on conflict (name) do update set said = excluded.said
        """;
    database.write(
        handle -> handle.createUpdate(sql).bind("name", name).bind("said", value).execute());
  }
}
