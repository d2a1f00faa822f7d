package dev.roundtable.archive;

import dev.roundtable.chat.PastDebates;
import dev.roundtable.chat.Where;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateId;
import dev.roundtable.transcript.Headlines;
import dev.roundtable.transcript.Phrases;
import dev.roundtable.transcript.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;

/**
 * The debates that were held, found by where and by whom. What is said of each is made from its
 * events, so that what was forgotten or taken back is not kept a second time.
 */
final class SqlPastDebates implements PastDebates {
  private record Found(String debate, long opened) {}

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
  public List<Item> inChannel(Where where, int most) {
    var sql =
        """
        select id, opened_millis from debate
        where platform = :platform and workspace = :workspace and channel = :channel
          and opened_millis is not null
        order by opened_millis desc limit :most
        """;
    return items(
        sql,
        most,
        query ->
            query
                .bind("platform", where.platform())
                .bind("workspace", where.workspace())
                .bind("channel", where.channel()));
  }

  @Override
  public List<Item> of(String platform, String workspace, String person, int most) {
    var sql =
        """
        select id, opened_millis from debate
        where platform = :platform and workspace = :workspace and asker = :person
          and opened_millis is not null
        order by opened_millis desc limit :most
        """;
    return items(
        sql,
        most,
        query ->
            query.bind("platform", platform).bind("workspace", workspace).bind("person", person));
  }

  private List<Item> items(String sql, int most, UnaryOperator<Query> bound) {
    return database.read(handle -> {
      var found =
          bound
              .apply(handle.createQuery(sql).bind("most", most))
              .map((row, _) -> new Found(row.getString("id"), row.getLong("opened_millis")))
              .list();
      var items = new ArrayList<Item>();
      for (var one : found) {
        var events = SqlArchive.events(handle, codec, new DebateId(one.debate()));
        // One that was forgotten while the list was made.
        if (!events.isEmpty()) {
          items.add(item(Debate.of(events), Instant.ofEpochMilli(one.opened())));
        }
      }
      return items;
    });
  }

  private static Item item(Debate debate, Instant opened) {
    var words = Words.in(Locale.forLanguageTag(debate.opened().venue().language()));
    var headline =
        debate.lastRuling().map(ruling -> Headlines.of(debate, ruling, new Phrases(words)));
    return new Item(debate.id(), opened, debate.question().text(), headline.orElse(""));
  }
}
