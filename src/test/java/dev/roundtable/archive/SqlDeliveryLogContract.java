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

  @BeforeEach
  void open() {
    var url = url();
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
}
