package dev.roundtable.archive;

import dev.roundtable.debate.DebateId;
import dev.roundtable.web.PageTokens;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Tokens of pages in a database. */
final class SqlPageTokens implements PageTokens {
  private final Database database;
  private final InstantSource clock;
  private final Duration holdsFor;
  private final SecureRandom random = new SecureRandom();

  SqlPageTokens(Database database, InstantSource clock, Duration holdsFor) {
    this.database = database;
    this.clock = clock;
    this.holdsFor = holdsFor;
  }

  @Override
  public String of(DebateId debate) {
    return database
        .read(handle -> standing(handle, debate))
        .orElseGet(() -> database.write(handle -> fresh(handle, debate)));
  }

  private Optional<String> standing(Handle handle, DebateId debate) {
    var sql = "select token from page_token where debate_id = :debate and until_millis > :now";
    return handle
        .createQuery(sql)
        .bind("debate", debate.value())
        .bind("now", clock.millis())
        .mapTo(String.class)
        .findOne();
  }

  // Of two replicas that want one at once, the second takes what the first has made.
  private String fresh(Handle handle, DebateId debate) {
    var pass = Pass.draw(random, clock.instant().plus(holdsFor));
    var sql =
        """
        insert into page_token (debate_id, token, until_millis) values (:debate, :token, :until)
        on conflict (debate_id) do update
          set token = excluded.token, until_millis = excluded.until_millis
          where page_token.until_millis <= :now
        """;
    handle
        .createUpdate(sql)
        .bind("debate", debate.value())
        .bind("token", pass.token())
        .bind("until", pass.until().toEpochMilli())
        .bind("now", clock.millis())
        .execute();
    return standing(handle, debate).orElseThrow();
  }

  @Override
  public Optional<DebateId> debate(String token) {
    var sql = "select debate_id from page_token where token = :token and until_millis > :now";
    return database.read(handle ->
        handle
            .createQuery(sql)
            .bind("token", token)
            .bind("now", clock.millis())
            .mapTo(String.class)
            .findOne()
            .map(DebateId::new));
  }

  @Override
  public void revoke(DebateId debate) {
    database.write(
        handle -> handle.execute("delete from page_token where debate_id = ?", debate.value()));
  }
}
