package dev.roundtable.archive;

import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.session.Inbox;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** An inbox in a database, shared by every process that uses the database. */
final class SqlInbox implements Inbox {
  private final Database database;
  private final EventCodec codec;
  private final InstantSource clock;
  private final SeenMessages seen;

  SqlInbox(Database database, EventCodec codec, InstantSource clock) {
    this(database, codec, clock, new SeenMessages());
  }

  SqlInbox(Database database, EventCodec codec, InstantSource clock, SeenMessages seen) {
    this.database = database;
    this.codec = codec;
    this.clock = clock;
    this.seen = seen;
  }

  /** Remembers that the message was seen; false if it was seen before. */
  static boolean claim(Handle handle, MessageId message, Instant at) {
    return insert(handle, message, null, null, at);
  }

  @Override
  public boolean offer(DebateId debate, DebateEvent.FromPerson message) {
    if (seen.contains(message.message())) {
      return false;
    }
    var payload = codec.write(message);
    var at = clock.instant();
    boolean fresh =
        database.write(handle -> insert(handle, message.message(), debate.value(), payload, at));
    seen.add(message.message());
    return fresh;
  }

  @Override
  public boolean knows(MessageId message) {
    return seen.contains(message)
        || database.read(handle ->
            handle
                .createQuery("select 1 from inbox where message_id = :message")
                .bind("message", message.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  private static boolean insert(
      Handle handle,
      MessageId message,
      @Nullable String debate,
      @Nullable String payload,
      Instant at) {
    var sql =
        """
        insert into inbox (message_id, debate_id, payload, waits, arrived_millis)
        values (:message, :debate, :payload, :waits, :at)
        on conflict (message_id) do nothing
        """;
    return handle
            .createUpdate(sql)
            .bind("message", message.value())
            .bind("debate", debate)
            .bind("payload", payload)
            .bind("waits", payload != null)
            .bind("at", at.toEpochMilli())
            .execute()
        == 1;
  }

  @Override
  public List<DebateEvent.FromPerson> waiting(DebateId debate) {
    var sql = "select payload from inbox where debate_id = :debate and waits order by arrival";
    var payloads =
        database.read(handle ->
            handle.createQuery(sql).bind("debate", debate.value()).mapTo(String.class).list());
    return payloads.stream().map(codec::read).map(DebateEvent.FromPerson.class::cast).toList();
  }

  @Override
  public void done(DebateId debate, List<MessageId> messages) {
    var sql =
        """
        update inbox set waits = false, payload = null
        where debate_id = :debate and message_id = :message
        """;
    database.write(handle -> {
      var batch = handle.prepareBatch(sql);
      for (var message : messages) {
        batch.bind("debate", debate.value()).bind("message", message.value()).add();
      }
      return batch.execute();
    });
  }

  /** Every debate for which something waits. */
  Set<DebateId> debatesWithMail() {
    return database.read(handle ->
        handle
            .createQuery("select distinct debate_id from inbox where waits")
            .mapTo(String.class)
            .stream()
            .map(DebateId::new)
            .collect(Collectors.toSet()));
  }
}
