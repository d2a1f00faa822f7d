package dev.roundtable.archive;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.roundtable.debate.DebateId;
import dev.roundtable.session.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of debates as they are stored. Of a debate that was read lately only what is new is
 * read: every reply in a busy thread asks for all of it.
 */
final class ReadEvents {
  private static final Duration KEPT = Duration.ofMinutes(10);
  // Of the stored text; what is made of it takes some times as much room.
  private static final long MOST_CHARS = 2_000_000;

  private final Database database;
  private final EventCodec codec;
  private final Cache<DebateId, Read> known =
      Caffeine.newBuilder()
          .expireAfterAccess(KEPT)
          .maximumWeight(MOST_CHARS)
          .weigher((DebateId _, Read read) -> read.chars())
          .build();

  ReadEvents(Database database, EventCodec codec) {
    this.database = database;
    this.codec = codec;
  }

  /**
   * What was read of a debate.
   *
   * @param epoch of the lease: whoever changes or removes what is stored raises it
   */
  private record Read(long epoch, List<Entry> entries, int chars) {
    private static final Read NOTHING = new Read(0, List.of(), 0);

    long lastSeq() {
      return entries.isEmpty() ? 0 : entries.getLast().seq();
    }

    Read and(List<Row> rows) {
      if (rows.isEmpty()) {
        return NOTHING;
      }
      long now = rows.getFirst().epoch();
      var all = new ArrayList<Entry>(now == epoch ? entries : List.of());
      int length = now == epoch ? chars : 0;
      for (var row : rows) {
        if (row.entry() != null) {
          all.add(row.entry());
          length += row.chars();
        }
      }
      return new Read(now, List.copyOf(all), length);
    }
  }

  private record Row(long epoch, @Nullable Entry entry, int chars) {}

  /** All of a debate in order; none if it is unknown or forgotten. */
  List<Entry> of(DebateId debate) {
    var cached = known.getIfPresent(debate);
    var before = cached == null ? Read.NOTHING : cached;
    var read = before.and(since(debate, before));
    if (read.entries().isEmpty()) {
      known.invalidate(debate);
    } else {
      known.put(debate, read);
    }
    return read.entries();
  }

  private List<Row> since(DebateId debate, Read before) {
    var sql =
        """
        select epoch, seq, at_millis, payload from debate
        left join debate_event
          on debate_id = id and seq > case when epoch = :epoch then :seq else 0 end
        where id = :debate
        order by seq
        """;
    return database.read(handle ->
        handle
            .createQuery(sql)
            .bind("debate", debate.value())
            .bind("epoch", before.epoch())
            .bind("seq", before.lastSeq())
            .map((row, _) -> row(row))
            .list());
  }

  private Row row(ResultSet row) throws SQLException {
    long epoch = row.getLong("epoch");
    var payload = row.getString("payload");
    if (payload == null) {
      return new Row(epoch, null, 0);
    }
    var at = Instant.ofEpochMilli(row.getLong("at_millis"));
    return new Row(epoch, new Entry(row.getLong("seq"), at, codec.read(payload)), payload.length());
  }
}
