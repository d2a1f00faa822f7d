package dev.roundtable.archive;

import dev.roundtable.debate.DebateId;
import dev.roundtable.delivery.Delivery;
import dev.roundtable.delivery.Delivery.State;
import dev.roundtable.delivery.DeliveryLog;
import dev.roundtable.delivery.Destination;
import dev.roundtable.delivery.Permit;
import dev.roundtable.delivery.Post;
import dev.roundtable.delivery.Rate;
import dev.roundtable.delivery.RemoteId;
import dev.roundtable.session.Lease;
import dev.roundtable.session.LeaseLostException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A delivery log in a database, shared by every process that uses the database. */
final class SqlDeliveryLog implements DeliveryLog {
  private static final Names<Post.Place> PLACES =
      new Names<>(Post.Place.class, SqlDeliveryLog::lower);
  private static final Names<State> STATES = new Names<>(State.class, SqlDeliveryLog::lower);

  private final Database database;
  private final InstantSource clock;

  SqlDeliveryLog(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<Delivery> read(DebateId debate) {
    var sql =
        """
        select post_key, place, state, message_id, hash, reason, at_millis
        from delivery where debate_id = :debate order by seq
        """;
    return database.read(handle ->
        handle
            .createQuery(sql)
            .bind("debate", debate.value())
            .map((row, _) -> delivery(row))
            .list());
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    @Nullable String message = row.getString("message_id");
    return new Delivery(
        row.getString("post_key"),
        PLACES.read(row.getString("place")),
        STATES.read(row.getString("state")),
        message == null ? null : new RemoteId(message),
        row.getString("hash"),
        row.getString("reason"),
        Instant.ofEpochMilli(row.getLong("at_millis")));
  }

  @Override
  public Permit beginSend(Lease lease, Destination to, Post post, List<Rate> rates) {
    var now = clock.instant();
    return database.write(handle -> {
      check(handle, lease);
      plan(handle, to, post, now);
      var permit = new SqlRates(handle, database.dialect(), now).use(rates);
      if (permit instanceof Permit.Granted) {
        begin(handle, to.debate(), post, now);
      }
      return permit;
    });
  }

  @Override
  public Permit beginChange(Lease lease, List<Rate> rates) {
    var now = clock.instant();
    return database.write(handle -> {
      check(handle, lease);
      return new SqlRates(handle, database.dialect(), now).use(rates);
    });
  }

  // Holds the debate's row until the commit, so that nobody can take the lease in between.
  private void check(Handle handle, Lease lease) {
    var sql = "select 1 from debate where id = :id and epoch = :epoch";
    boolean held =
        handle
            .createQuery(sql + database.dialect().locking())
            .bind("id", lease.debate().value())
            .bind("epoch", lease.epoch())
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (!held) {
      throw new LeaseLostException(lease);
    }
  }

  private static void plan(Handle handle, Destination to, Post post, Instant now) {
    var sql =
        """
        insert into delivery
          (debate_id, post_key, place, platform, workspace, channel, thread, state, at_millis)
        values
          (:debate, :key, :place, :platform, :workspace, :channel, :thread, :state, :at)
        on conflict (debate_id, post_key) do nothing
        """;
    var venue = to.venue();
    handle
        .createUpdate(sql)
        .bind("debate", to.debate().value())
        .bind("key", post.key())
        .bind("place", PLACES.of(post.place()))
        .bind("platform", venue.platform())
        .bind("workspace", venue.workspace())
        .bind("channel", venue.channel())
        .bind("thread", venue.thread())
        .bind("state", STATES.of(State.PENDING))
        .bind("at", now.toEpochMilli())
        .execute();
  }

  private static void begin(Handle handle, DebateId debate, Post post, Instant now) {
    var sql =
        """
        update delivery set state = 'sending', hash = :hash, at_millis = :at
        where debate_id = :debate and post_key = :key and state in ('pending', 'sending')
        """;
    int begun =
        handle
            .createUpdate(sql)
            .bind("debate", debate.value())
            .bind("key", post.key())
            .bind("hash", post.hash())
            .bind("at", now.toEpochMilli())
            .execute();
    if (begun == 0) {
      throw new IllegalStateException(
          "post " + post.key() + " of " + debate + " is not to be sent");
    }
  }

  @Override
  public void sent(DebateId debate, String key, RemoteId message, String hash) {
    var sql =
        """
        update delivery
        set state = 'sent', message_id = ?, hash = ?, reason = null, at_millis = ?
        where debate_id = ? and post_key = ?
        """;
    update(sql, message.value(), hash, clock.millis(), debate.value(), key);
  }

  @Override
  public void unsent(Lease lease, String key) {
    var sql =
        """
        update delivery set state = 'pending', hash = null, at_millis = ?
        where debate_id = ? and post_key = ? and state = 'sending'
        """;
    updateUnder(lease, sql, clock.millis(), lease.debate().value(), key);
  }

  @Override
  public void removed(Lease lease, String key) {
    var sql = "delete from delivery where debate_id = ? and post_key = ?";
    updateUnder(lease, sql, lease.debate().value(), key);
  }

  @Override
  public void failed(Lease lease, String key, String reason) {
    var sql =
        """
        update delivery set state = 'failed', reason = ?, at_millis = ?
        where debate_id = ? and post_key = ?
        """;
    updateUnder(lease, sql, Json.storable(reason), clock.millis(), lease.debate().value(), key);
  }

  @Override
  public void forget(DebateId debate) {
    update("delete from delivery where debate_id = ?", debate.value());
  }

  private void updateUnder(Lease lease, String sql, Object... values) {
    database.write(handle -> {
      check(handle, lease);
      return handle.execute(sql, values);
    });
  }

  private void update(String sql, Object... values) {
    database.write(handle -> handle.execute(sql, values));
  }

  @Override
  public Optional<DebateId> find(String platform, String channel, String threadOrMessage) {
    // Two questions, so that each has its index.
    var sql =
        """
        select debate_id from (
          select seq, debate_id from delivery
          where platform = :platform and channel = :channel and thread = :id
          union all
          select seq, debate_id from delivery
          where platform = :platform and channel = :channel and message_id = :id
        ) found
        order by seq desc limit 1
        """;
    return database.read(handle ->
        handle
            .createQuery(sql)
            .bind("platform", platform)
            .bind("channel", channel)
            .bind("id", threadOrMessage)
            .mapTo(String.class)
            .findOne()
            .map(DebateId::new));
  }
}
