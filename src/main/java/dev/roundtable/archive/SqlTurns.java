package dev.roundtable.archive;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Venue;
import dev.roundtable.session.Turns;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** A line for each channel in a database, shared by every process that uses the database. */
final class SqlTurns implements Turns {
  private final Database database;
  private final IntSupplier atOnce;

  /**
   * Lines that follow a change of the setting when they next move.
   *
   * @param atOnce how many debates run in a channel at the same time
   */
  SqlTurns(Database database, IntSupplier atOnce) {
    this.database = database;
    this.atOnce = atOnce;
  }

  @Override
  public int ahead(Debate debate) {
    var channel = channel(debate.opened().venue());
    return database.writeHastily(handle -> {
      hold(handle, channel);
      join(handle, debate.id(), channel);
      int ahead = Math.max(0, before(handle, debate.id(), channel) - atOnce.getAsInt() + 1);
      var sql = "update turn set begun = :begun, moved = :moved where debate_id = :debate";
      handle
          .createUpdate(sql)
          .bind("begun", ahead == 0)
          .bind("moved", false)
          .bind("debate", debate.id().value())
          .execute();
      return ahead;
    });
  }

  private static Map<String, String> channel(Venue venue) {
    return Map.of(
        "platform", venue.platform(), "workspace", venue.workspace(), "channel", venue.channel());
  }

  private static void hold(Handle handle, Map<String, String> channel) {
    var sql =
        """
        insert into line (platform, workspace, channel, changes)
        values (:platform, :workspace, :channel, 1)
        on conflict (platform, workspace, channel) do update set changes = line.changes + 1
        """;
    handle.createUpdate(sql).bindMap(channel).execute();
  }

  // Whoever looks at his place meanwhile would take back what he is told here.
  private static void holdLineOf(Handle handle, String debate) {
    var sql =
        """
        update line set changes = changes + 1
        where exists (
          select 1 from turn own
          where own.debate_id = :debate and own.platform = line.platform
            and own.workspace = line.workspace and own.channel = line.channel
        )
        """;
    handle.createUpdate(sql).bind("debate", debate).execute();
  }

  private static void join(Handle handle, DebateId debate, Map<String, String> channel) {
    var sql =
        """
        insert into turn (debate_id, platform, workspace, channel, place, begun, moved)
        select :debate, :platform, :workspace, :channel, coalesce(max(place), 0) + 1, :no, :no
        from turn where platform = :platform and workspace = :workspace and channel = :channel
        on conflict (debate_id) do nothing
        """;
    handle
        .createUpdate(sql)
        .bindMap(channel)
        .bind("debate", debate.value())
        .bind("no", false)
        .execute();
  }

  // Whoever has begun stays so, however the setting changes.
  private static int before(Handle handle, DebateId debate, Map<String, String> channel) {
    var sql =
        """
        select count(*) from turn join turn own on own.debate_id = :debate
        where turn.platform = :platform and turn.workspace = :workspace
          and turn.channel = :channel and turn.debate_id <> :debate and not own.begun
          and (turn.begun or turn.place < own.place)
        """;
    return handle
        .createQuery(sql)
        .bindMap(channel)
        .bind("debate", debate.value())
        .mapTo(Integer.class)
        .one();
  }

  @Override
  public void leave(Debate debate) {
    database.writeHastily(handle -> {
      leave(handle, debate.id().value());
      return debate;
    });
  }

  /** Takes a debate out of its line, if it stands in one. */
  static void leave(Handle handle, String debate) {
    holdLineOf(handle, debate);
    var behind =
        """
        update turn set moved = :yes
        where not begun and exists (
          select 1 from turn own
          where own.debate_id = :debate and own.platform = turn.platform
            and own.workspace = turn.workspace and own.channel = turn.channel
            and (own.begun or own.place < turn.place)
        )
        """;
    handle.createUpdate(behind).bind("yes", true).bind("debate", debate).execute();
    handle.execute("delete from turn where debate_id = ?", debate);
  }

  /** Those that have moved up and do not know it yet, the foremost first. */
  static List<DebateId> moved(Database database) {
    var sql = "select debate_id from turn where moved order by place, debate_id";
    return database.read(handle -> debates(handle.createQuery(sql)));
  }

  /** Those of them that stood in line behind that debate, which may have left it. */
  static List<DebateId> movedBehind(Database database, DebateId debate) {
    var sql =
        """
        select turn.debate_id from debate own
        join turn on turn.platform = own.platform and turn.workspace = own.workspace
          and turn.channel = own.channel
        where own.id = :debate and turn.moved
        order by turn.place
        """;
    return database.read(handle -> debates(handle.createQuery(sql).bind("debate", debate.value())));
  }

  private static List<DebateId> debates(Query query) {
    return query.mapTo(String.class).map(DebateId::new).list();
  }
}
