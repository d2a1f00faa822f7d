package dev.roundtable.archive;

import dev.roundtable.chat.PastDebates;
import dev.roundtable.chat.Where;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The debates that were held, found by where and by whom. */
final class SqlPastDebates implements PastDebates {
  private static final int MOST_OPEN = 1_000;

  private final Database database;
  private final EventCodec codec;

  SqlPastDebates(Database database, EventCodec codec) {
    this.database = database;
    this.codec = codec;
  }

  @Override
  public Optional<Instant> opened(DebateId debate) {
    var sql = "select opened_millis from debate where id = :id and opened_millis is not null";
    return database.read(handle ->
        handle
            .createQuery(sql)
            .bind("id", debate.value())
            .mapTo(Long.class)
            .findOne()
            .map(Instant::ofEpochMilli));
  }

  @Override
  public Optional<DebateId> handedInTo(MessageId message) {
    var sql = "select debate_id from inbox where message_id = :id and debate_id is not null";
    return database.read(handle ->
        handle
            .createQuery(sql)
            .bind("id", message.value())
            .mapTo(String.class)
            .findOne()
            .map(DebateId::new));
  }

  @Override
  public List<Item> inChannel(Where where, int most) {
    var sql =
        """
        select id, opened_millis, payload from debate
        join debate_event on debate_id = id and seq = 1
        where platform = :platform and workspace = :workspace and channel = :channel
          and (private_thread is null or private_thread = :thread)
          and opened_millis is not null
        order by opened_millis desc limit :most
        """;
    return items(sql, place(where), most);
  }

  @Override
  public List<Item> open(Where where) {
    var sql =
        """
        select id, opened_millis, payload from debate
        join debate_event on debate_id = id and seq = 1
        where platform = :platform and workspace = :workspace and channel = :channel
          and opened_millis is not null
          and (at_work or exists (select 1 from turn where turn.debate_id = debate.id))
        order by opened_millis, id limit :most
        """;
    return items(sql, place(where), MOST_OPEN);
  }

  @Override
  public int inLine(Where where) {
    var sql =
        """
        select count(*) from turn
        where platform = :platform and workspace = :workspace and channel = :channel
          and not begun
        """;
    return database.read(handle ->
        handle
            .createQuery(sql)
            .bind("platform", where.platform())
            .bind("workspace", where.workspace())
            .bind("channel", where.channel())
            .mapTo(Integer.class)
            .one());
  }

  @Override
  public List<Item> of(String platform, String workspace, String person, int most) {
    var sql =
        """
        select id, opened_millis, payload from debate
        join debate_event on debate_id = id and seq = 1
        where platform = :platform and workspace = :workspace and asker = :asker
          and opened_millis is not null
        order by opened_millis desc limit :most
        """;
    var asked = Map.of("platform", platform, "workspace", workspace, "asker", person);
    return items(sql, asked, most);
  }

  private static Map<String, String> place(Where where) {
    return Map.of(
        "platform",
        where.platform(),
        "workspace",
        where.workspace(),
        "channel",
        where.channel(),
        "thread",
        Objects.requireNonNullElse(where.thread(), ""));
  }

  private List<Item> items(String sql, Map<String, String> values, int most) {
    return database.read(handle ->
        handle
            .createQuery(sql)
            .bindMap(values)
            .bind("most", most)
            .map((row, _) -> item(row))
            .list());
  }

  private Item item(ResultSet row) throws SQLException {
    var opened = (DebateEvent.Opened) codec.read(row.getString("payload"));
    return new Item(
        opened.id(), Instant.ofEpochMilli(row.getLong("opened_millis")), opened.question().text());
  }
}
