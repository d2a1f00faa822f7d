package dev.roundtable.archive;

import dev.roundtable.debate.Person;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Takes words out of the database; what stays is a line in the audit that says so. */
final class Forgetting {
  private record Row(long number, String payload) {}

  private record Said(String debate, String payload) {}

  private final EventCodec codec;
  private final Audit audit;

  Forgetting(EventCodec codec, InstantSource clock) {
    this.codec = codec;
    this.audit = new Audit(clock);
  }

  /** False if there is nothing to remove. */
  boolean debate(Handle handle, String debate, String done, String by) {
    var tombstone =
        """
        update debate
        set epoch = epoch + 1, at_work = ?, opened_millis = null, words = null,
          platform = null, workspace = null, channel = null, private_thread = null, asker = null
        where id = ?
        """;
    handle.execute(tombstone, false, debate);
    int events = handle.execute("delete from debate_event where debate_id = ?", debate);
    handle.execute("update inbox set waits = ?, payload = null where debate_id = ?", false, debate);
    handle.execute("delete from draft where debate_id = ?", debate);
    SqlTurns.leave(handle, debate);
    handle.execute("delete from delivery where debate_id = ?", debate);
    handle.execute("delete from page_token where debate_id = ?", debate);
    // What is not settled has to find its account.
    handle.execute(
        "update charge set person = '', label = '' where debate_id = ? and settled = ?",
        debate,
        true);
    if (events == 0) {
      return false;
    }
    audit.debate(handle, debate, done, by);
    return true;
  }

  DebateRecords.PersonForgotten person(Handle handle, String person, String by) {
    var asked =
        handle
            .createQuery("select id from debate where asker = :person")
            .bind("person", person)
            .mapTo(String.class)
            .list();
    asked.forEach(debate -> debate(handle, debate, "forgotten", by));
    handle.execute("delete from draft where asker = ?", person);
    handle.execute("update audit set done_by = '' where done_by = ?", person);
    handle.execute("delete from account where scope = 'PERSON' and id = ?", person);
    handle.execute("update charge set person = '', label = '' where person = ?", person);
    var joined = joined(handle, person);
    for (var debate : joined) {
      erase(handle, person, debate);
      audit.debate(handle, debate, "person-forgotten", by);
    }
    return new DebateRecords.PersonForgotten(asked.size(), joined.size());
  }

  private static Set<String> joined(Handle handle, String person) {
    var sql =
        """
        select debate_id, payload from debate_event
        where type in ('follow-up-asked', 'team-voted', 'stop-requested', 'answer-hidden')
        union all
        select debate_id, payload from inbox where waits
        """;
    return handle
        .createQuery(sql)
        .map((row, _) -> new Said(row.getString("debate_id"), row.getString("payload")))
        .stream()
        .filter(said -> PersonEraser.names(person, said.payload()))
        .map(Said::debate)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  // A holder that has the words in memory loses its lease and begins again without them.
  private void erase(Handle handle, String person, String debate) {
    long epoch =
        handle
            .createQuery("update debate set epoch = epoch + 1 where id = ? returning epoch")
            .bind(0, debate)
            .mapTo(Long.class)
            .one();
    var eraser = new PersonEraser(codec, person, new Person("forgotten-" + epoch, "Somebody"));
    var events = "select seq, payload from debate_event where debate_id = ? order by seq";
    for (var row : rows(handle, events, debate)) {
      var erased = eraser.erase(row.payload());
      if (!erased.payload().equals(row.payload())) {
        handle.execute(
            "update debate_event set type = ?, payload = ? where debate_id = ? and seq = ?",
            erased.type(),
            erased.payload(),
            debate,
            row.number());
      }
    }
    var waiting = "select arrival, payload from inbox where debate_id = ? and waits";
    for (var row : rows(handle, waiting, debate)) {
      if (PersonEraser.names(person, row.payload())) {
        handle.execute(
            "update inbox set waits = ?, payload = null where arrival = ?", false, row.number());
      }
    }
  }

  private static List<Row> rows(Handle handle, String sql, String debate) {
    return handle
        .createQuery(sql)
        .bind(0, debate)
        .map((row, _) -> new Row(row.getLong(1), row.getString(2)))
        .list();
  }
}
