package dev.roundtable.archive;

import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Venue;
import dev.roundtable.session.Archive;
import dev.roundtable.session.Entry;
import dev.roundtable.session.Lease;
import dev.roundtable.session.LeaseLostException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** An archive in a database, shared by every process that uses the database. */
final class SqlArchive implements Archive {
  private final Database database;
  private final EventCodec codec;
  private final ReadEvents events;
  private final InstantSource clock;
  private final SeenMessages seen;
  private final Audit audit;

  SqlArchive(Database database, EventCodec codec, InstantSource clock) {
    this(database, codec, clock, new SeenMessages());
  }

  SqlArchive(Database database, EventCodec codec, InstantSource clock, SeenMessages seen) {
    this.database = database;
    this.codec = codec;
    this.events = new ReadEvents(database, codec);
    this.clock = clock;
    this.seen = seen;
    this.audit = new Audit(clock);
  }

  @Override
  public Optional<Opening> open(MessageId message, DebateEvent.Opened opened) {
    if (seen.contains(message)) {
      return Optional.empty();
    }
    var payload = codec.write(opened);
    var at = now();
    var opening =
        database.write(handle -> {
          if (!SqlInbox.claim(handle, message, at)) {
            return Optional.<Opening>empty();
          }
          var lease = lease(handle, opened.id());
          var written = new Written(opened, payload);
          return Optional.of(
              new Opening(lease, append(handle, lease, List.of(written), at).getFirst()));
        });
    seen.add(message);
    return opening;
  }

  @Override
  public Lease lease(DebateId debate) {
    // Whatever is done under the lease is written after it.
    return database.writeHastily(handle -> lease(handle, debate));
  }

  private static Lease lease(Handle handle, DebateId debate) {
    var sql =
        """
        insert into debate (id, epoch, last_seq, at_work) values (:id, 1, 0, false)
        on conflict (id) do update set epoch = debate.epoch + 1
        returning epoch
        """;
    return new Lease(
        debate, handle.createQuery(sql).bind("id", debate.value()).mapTo(Long.class).one());
  }

  @Override
  public List<Entry> append(Lease lease, List<DebateEvent> events) {
    var written = events.stream().map(event -> new Written(event, codec.write(event))).toList();
    var at = now();
    return database.write(handle -> append(handle, lease, written, at));
  }

  private record Written(DebateEvent event, String payload) {}

  // As precise as it is stored, so that what is read later is equal.
  private Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }

  private List<Entry> append(Handle handle, Lease lease, List<Written> events, Instant at) {
    long seq = lastSeq(handle, lease, events.size()) - events.size();
    var entries = new ArrayList<Entry>();
    for (var written : events) {
      var entry = new Entry(++seq, at, written.event());
      insert(handle, lease.debate(), entry, written.payload());
      audit.event(handle, lease.debate().value(), written.event());
      if (written.event() instanceof DebateEvent.Opened opened) {
        describe(handle, opened, at);
      }
      entries.add(entry);
    }
    return entries;
  }

  // Holds the debate's row until the commit, so that nobody can take the lease in between.
  private static long lastSeq(Handle handle, Lease lease, int more) {
    var sql =
        """
        update debate set last_seq = last_seq + :more, at_work = true
        where id = :id and epoch = :epoch
        returning last_seq
        """;
    return handle
        .createQuery(sql)
        .bind("more", more)
        .bind("id", lease.debate().value())
        .bind("epoch", lease.epoch())
        .mapTo(Long.class)
        .findOne()
        .orElseThrow(() -> new LeaseLostException(lease));
  }

  private static void insert(Handle handle, DebateId debate, Entry entry, String payload) {
    var sql =
        """
        insert into debate_event (debate_id, seq, at_millis, type, payload)
        values (:debate, :seq, :at, :type, :payload)
        """;
    handle
        .createUpdate(sql)
        .bind("debate", debate.value())
        .bind("seq", entry.seq())
        .bind("at", entry.at().toEpochMilli())
        .bind("type", EventCodec.type(entry.event()))
        .bind("payload", payload)
        .execute();
  }

  private static void describe(Handle handle, DebateEvent.Opened opened, Instant at) {
    var question = opened.question();
    var words =
        Stream.concat(Stream.of(question.text()), question.options().stream())
            .collect(Collectors.joining("\n"))
            .toLowerCase(Locale.ROOT);
    var sql =
        """
        update debate set opened_millis = :at, words = :words, platform = :platform,
          workspace = :workspace, channel = :channel, private_thread = :privateThread,
          asker = :asker
        where id = :id
        """;
    var venue = opened.venue();
    handle
        .createUpdate(sql)
        .bind("at", at.toEpochMilli())
        .bind("words", Json.storable(words))
        .bind("platform", venue.platform())
        .bind("workspace", venue.workspace())
        .bind("channel", venue.channel())
        .bind("privateThread", venue.reach() == Venue.Reach.THREAD ? venue.thread() : null)
        .bind("asker", opened.asker().id())
        .bind("id", opened.id().value())
        .execute();
  }

  @Override
  public List<Entry> read(DebateId debate) {
    return events.of(debate);
  }
}
