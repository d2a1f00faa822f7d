package dev.roundtable.archive;

import dev.roundtable.debate.DebateId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** What operators do with stored debates. */
public final class DebateRecords {
  /** A debate and when it was opened. */
  public record Listed(DebateId debate, Instant opened) {}

  /**
   * Which debates to list.
   *
   * @param containing what the question or an option contains, empty for any
   * @param channel the platform's id of the channel it was asked in, empty for any
   * @param limit how many at most
   */
  public record Search(String containing, String channel, int limit) {}

  /**
   * What was removed when a person was forgotten.
   *
   * @param asked how many debates that the person had asked, which are gone
   * @param joined how many other debates, which lack what the person added
   */
  public record PersonForgotten(int asked, int joined) {}

  private final Database database;
  private final Forgetting forgetting;
  private final Audit audit;

  DebateRecords(Database database, EventCodec codec, InstantSource clock) {
    this.database = database;
    this.forgetting = new Forgetting(codec, clock);
    this.audit = new Audit(clock);
  }

  /** Those that are searched for, the latest first. */
  public List<Listed> latest(Search search) {
    var sql =
        """
        select id, opened_millis from debate
        where opened_millis is not null
          and (:text = '' or words like :pattern escape '!')
          and (:channel = '' or channel = :channel)
        order by opened_millis desc, id limit :limit
        """;
    var text = search.containing().strip().toLowerCase(Locale.ROOT);
    return database.read(handle ->
        handle
            .createQuery(sql)
            .bind("text", text)
            .bind("pattern", "%" + text.replaceAll("[!%_]", "!$0") + "%")
            .bind("channel", search.channel().strip())
            .bind("limit", search.limit())
            .map((row, _) ->
                new Listed(
                    new DebateId(row.getString("id")),
                    Instant.ofEpochMilli(row.getLong("opened_millis"))))
            .list());
  }

  /** The debates whose ids begin so, in order, at most that many. */
  public List<DebateId> beginning(String prefix, int limit) {
    var sql =
        """
        select id from debate
        where opened_millis is not null and substr(id, 1, :length) = :prefix
        order by id limit :limit
        """;
    return database.read(handle ->
        handle
            .createQuery(sql)
            .bind("length", prefix.length())
            .bind("prefix", prefix)
            .bind("limit", limit)
            .mapTo(String.class)
            .stream()
            .map(DebateId::new)
            .toList());
  }

  /**
   * Removes what was said in the debate for good and notes that it was done; whoever works on it
   * loses its lease. False if there is nothing to remove.
   *
   * @param by who wants it, for the audit
   */
  public boolean forget(DebateId debate, String by) {
    boolean forgotten =
        database.write(handle -> forgetting.debate(handle, debate.value(), "forgotten", by));
    if (forgotten) {
      database.scrub();
    }
    return forgotten;
  }

  /** Notes in the audit that somebody reported something that was posted. */
  public void reported(DebateId debate, String by) {
    database.write(handle -> {
      audit.debate(handle, debate.value(), "reported", by);
      return debate;
    });
  }

  /**
   * Removes every debate in which nothing has happened since, and the ids of messages as old.
   *
   * @return how many debates were removed
   */
  public int forgetIdleSince(Instant since) {
    var idle =
        """
        select id from debate
        where opened_millis < :since and not exists (
          select 1 from debate_event where debate_id = id and at_millis >= :since
        )
        """;
    var debates =
        database.read(handle ->
            handle
                .createQuery(idle)
                .bind("since", since.toEpochMilli())
                .mapTo(String.class)
                .list());
    for (var debate : debates) {
      database.write(handle -> forgetting.debate(handle, debate, "expired", "retention"));
    }
    database.write(handle ->
        handle.execute(
            "delete from inbox where arrived_millis < ? and not waits", since.toEpochMilli()));
    if (!debates.isEmpty()) {
      database.scrub();
    }
    return debates.size();
  }

  /**
   * Removes every debate that the person asked; of others, what the person added, the name and the
   * team votes. What models wrote about it stays.
   *
   * @param person the platform's id
   * @param by who wants it, for the audit
   */
  public PersonForgotten forgetPerson(String person, String by) {
    var forgotten = database.write(handle -> forgetting.person(handle, person, by));
    database.scrub();
    return forgotten;
  }
}
