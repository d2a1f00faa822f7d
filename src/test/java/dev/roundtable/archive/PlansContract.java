package dev.roundtable.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is asked for every message and every second reads no whole table, however many debates. */
@Timeout(60)
abstract class PlansContract {
  @SuppressWarnings("NullAway.Init")
  private Database database;

  /** Of an empty database. */
  abstract String url();

  /** What says how a statement is run, one line for each step. */
  abstract String explain();

  /** Whether the line is about reading a whole table. */
  abstract boolean readsAll(String line);

  @BeforeEach
  void fill() {
    database = TestDatabases.open(url());
    ManyDebates.fill(database, 10_000);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private List<String> plan(String sql) {
    return database.read(handle ->
        handle
            .createQuery(explain() + " " + sql)
            .map((row, _) -> row.getString(row.getMetaData().getColumnCount()))
            .list());
  }

  @Test
  void lookUpsUseAnIndex() {
    var asked =
        Stream.of(
            "select payload from debate_event where debate_id = 'd-5000' order by seq",
            "select payload from inbox where debate_id = 'd-5000' and waits order by arrival",
            "select distinct debate_id from inbox where waits",
            "select arrival from inbox where message_id = 'm-5000'",
            "update debate set last_seq = 9 where id = 'd-5000' and epoch = 1",
            "select opened_millis from debate where id = 'd-5000'",
            "select id from debate where opened_millis is not null"
                + " order by opened_millis desc limit 20",
            "select id from debate where platform = 'slack' and workspace = 'T1'"
                + " and channel = 'C7' and opened_millis is not null"
                + " and (private_thread is null or private_thread = 't-5007')"
                + " order by opened_millis desc limit 10",
            "select id from debate where platform = 'slack' and workspace = 'T1'"
                + " and asker = 'U7' and opened_millis is not null"
                + " order by opened_millis desc limit 10",
            "select debate_id from delivery"
                + " where platform = 'slack' and channel = 'C7' and thread = 't-5007'",
            "select debate_id from delivery"
                + " where platform = 'slack' and channel = 'C7' and message_id = 'p-5007'",
            "with followed (id, next) as (values ('d-1', 1), ('d-2', 2))"
                + " select payload from followed"
                + " join debate_event on debate_id = id and seq >= next"
                + " order by debate_id, seq");

    assertThat(asked)
        .allSatisfy(sql -> assertThat(plan(sql)).as(sql).isNotEmpty().noneMatch(this::readsAll));
  }

  @Test
  void aPlanThatReadsAWholeTableIsNoticed() {
    assertThat(plan("select id from debate where words = 'x'")).anyMatch(this::readsAll);
  }
}
