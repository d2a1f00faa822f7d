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
        where platform = :platform and workspace = :workspace and channel = :of
          and opened_millis is not null
        order by opened_millis desc limit :most
        """;
    return items(sql, where.platform(), where.workspace(), where.channel(), most);
  }

  @Override
  public List<Item> open(Where where) {
    var sql =
        """
        select id, opened_millis, payload from debate
        join debate_event on debate_id = id and seq = 1
        where platform = :platform and workspace = :workspace and channel = :of
          and opened_millis is not null
          and (at_work or exists (select 1 from turn where turn.debate_id = debate.id))
        order by opened_millis, id limit :most
        """;
    return items(sql, where.platform(), where.workspace(), where.channel(), MOST_OPEN);
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
        where platform = :platform and workspace = :workspace and asker = :of
          and opened_millis is not null
        order by opened_millis desc limit :most
        """;
    return items(sql, platform, workspace, person, most);
  }

  private List<Item> items(String sql, String platform, String workspace, String of, int most) {
    var place = Map.of("platform", platform, "workspace", workspace, "of", of);
    return database.read(handle ->
        handle
            .createQuery(sql)
            .bindMap(place)
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
