package dev.roundtable.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.DebateId;
import dev.roundtable.delivery.DeliveryLog;
import dev.roundtable.session.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a delivery log in a database does besides. */
abstract class SqlDeliveryLogContract extends DeliveryLogContract {
  @SuppressWarnings("NullAway.Init")
  private DebateStore store;

  /** Of an empty database. */
  abstract String url();

  @SuppressWarnings("NullAway.Init")
  private String url;

  @BeforeEach
  void open() {
    url = url();
    store = DebateStore.open(url, TestDatabases.login(url), timer::now);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  DeliveryLog log() {
    return store.deliveries();
  }

  @Override
  Archive archive() {
    return store.archive();
  }

  @Test
  void aDebateThatIsForgottenTakesItsDeliveriesAlong() {
    var id = new DebateId("debate-9");
    archive().append(archive().lease(id), ArchiveContract.opened(id));
    sendCard(id);
    store.records().forget(id, "operator");

    assertThat(log().read(id)).isEmpty();
  }

  private DebateId opened(String name) {
    var id = new DebateId(name);
    archive().append(archive().lease(id), ArchiveContract.opened(id));
    return id;
  }

  @Test
  void aThreadThatWasJustFoundIsNotFoundOnceAnotherProcessForgotItsDebate() {
    var id = opened("debate-9");
    sendCard(id);
    assertThat(log().find("slack", "C1", "17.4")).contains(id);
    try (var other = DebateStore.open(url, TestDatabases.login(url), timer::now)) {
      other.records().forget(id, "operator");
    }

    assertThat(log().find("slack", "C1", "17.4")).isEmpty();
  }

  @Test
  void aThreadThatWasJustFoundBelongsToTheDebateThatIsAskedInItNext() {
    var first = opened("debate-8");
    var second = opened("debate-9");
    assertThat(log().find("slack", "C1", "12.0")).isEmpty();
    plan(first, "12.0");
    assertThat(log().find("slack", "C1", "12.0")).contains(first);
    plan(second, "12.0");

    assertThat(log().find("slack", "C1", "12.0")).contains(second);
  }
}
