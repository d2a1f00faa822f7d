package dev.roundtable.archive;

import dev.roundtable.debate.DebateId;
import dev.roundtable.session.StoreException;
import java.util.List;

/** Which debates have something to do. */
final class OpenDebates {
  /** The name of their executions. */
  static final String TASK = "debate";

  private final Database database;

  OpenDebates(Database database) {
    this.database = database;
  }

  /**
   * Notes that nothing is left to do; the next event that is appended takes it back. If it is lost,
   * somebody takes the debate up and notes it again.
   */
  void rest(DebateId debate) {
    database.writeHastily(handle ->
        handle.execute("update debate set at_work = ? where id = ?", false, debate.value()));
  }

  boolean hasMail(DebateId debate) {
    var sql = "select 1 from inbox where debate_id = :debate and waits limit 1";
    return database.read(handle ->
        handle
            .createQuery(sql)
            .bind("debate", debate.value())
            .mapTo(Integer.class)
            .findOne()
            .isPresent());
  }

  /**
   * Those that nobody was told to work on, because somebody died in between; the oldest first.
   *
   * @throws StoreException if the database cannot say
   */
  List<DebateId> withoutExecution() {
    var sql =
        """
        select id from debate
        where id in (
          select id from debate where at_work
          union
          select debate_id from inbox where waits
        )
        and not exists (
          select 1 from scheduled_tasks where task_name = :task and task_instance = debate.id
        )
        order by opened_millis, id
        """;
    return database.read(handle ->
        handle.createQuery(sql).bind("task", TASK).mapTo(String.class).stream()
            .map(DebateId::new)
            .toList());
  }
}
