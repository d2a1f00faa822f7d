package dev.roundtable.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PostgresTurnsTest extends TurnsContract {
  private final String url = TestDatabases.postgres();

  @Override
  String url() {
    return url;
  }

  @Test
  @Timeout(60)
  void whoLooksAtHisPlaceWhileTheOneBeforeHimLeavesIsNotForgotten() {
    assertThat(ahead("d1")).isZero();
    assertThat(ahead("d2")).isEqualTo(1);
    try (var leaving = TestDatabases.open(url);
        var watching = TestDatabases.open(url)) {
      CompletableFuture<Integer> place =
          leaving.write(handle -> {
            SqlTurns.leave(handle, "d1");
            Executor own = task -> Thread.ofVirtual().start(task);
            var looks = CompletableFuture.supplyAsync(() -> ahead("d2"), own);
            while (!waitsForALock(watching)) {
              Thread.onSpinWait();
            }
            return looks;
          });
      assertThat(place.join()).isZero();
    }
  }

  private static boolean waitsForALock(Database database) {
    return database.read(handle ->
        handle
            .createQuery("select count(*) > 0 from pg_locks where not granted")
            .mapTo(Boolean.class)
            .one());
  }
}
