package dev.roundtable.archive;

import java.util.List;

/** A store that has been in use for long, written by the database itself. */
final class ManyDebates {
  private static final int EVENTS = 10;

  private ManyDebates() {}

  /** Debates d-1, d-2, ... in 50 channels by 200 people, each with its events and two posts. */
  static void fill(Database database, int debates) {
    var numbers =
        "with recursive n (i) as (select 1 union all select i + 1 from n where i < "
            + debates
            + ")";
    var events =
        "with recursive n (i) as (select 1 union all select i + 1 from n where i < "
            + debates
            + "),"
            + " e (s) as (select 1 union all select s + 1 from e where s < "
            + EVENTS
            + ")";
    database.write(handle -> {
      for (var statement :
          List.of(
              "insert into debate (id, epoch, last_seq, at_work, opened_millis, words, platform,"
                  + " workspace, channel, asker) "
                  + numbers
                  + " select 'd-' || i, 1, 10, 1 = 0, i, 'which of them?', 'slack', 'T1',"
                  + " 'C' || (i % 50), 'U' || (i % 200) from n",
              "insert into debate_event (debate_id, seq, at_millis, type, payload) "
                  + events
                  + " select 'd-' || i, s, i, 'round-closed', '{\"type\":\"round-closed\","
                  + "\"version\":1,\"round\":1,\"reason\":null}' from n, e",
              "insert into inbox (message_id, debate_id, payload, waits, arrived_millis) "
                  + numbers
                  + " select 'm-' || i, 'd-' || i, null, 1 = 0, i from n",
              "insert into delivery (debate_id, post_key, place, platform, workspace, channel,"
                  + " thread, message_id, state, at_millis) "
                  + numbers
                  + " select 'd-' || i, 'card', 'channel', 'slack', 'T1', 'C' || (i % 50),"
                  + " 't-' || i, 'p-' || i, 'sent', i from n")) {
        handle.execute(statement);
      }
      return handle;
    });
    database.read(handle -> handle.execute("analyze"));
  }
}
