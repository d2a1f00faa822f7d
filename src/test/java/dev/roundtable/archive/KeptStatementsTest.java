package dev.roundtable.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class KeptStatementsTest {
  private final AtomicInteger prepared = new AtomicInteger();

  // As a pool hands it out: closing gives it back, and what is within can be had.
  private Connection counting(Connection real) {
    var loader = KeptStatementsTest.class.getClassLoader();
    return (Connection)
        Proxy.newProxyInstance(
            loader,
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("unwrap")) {
                return proxy;
              }
              if (method.getName().equals("prepareStatement")) {
                prepared.incrementAndGet();
              }
              try {
                return method.getName().equals("close") ? null : method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  void aStatementIsPreparedOnceOnAConnectionWhoeverRunsIt() throws Exception {
    try (var real = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      var connection = counting(real);
      var jdbi = Jdbi.create(() -> connection);
      jdbi.setStatementBuilderFactory(KeptStatements.ofPool());
      for (int i = 0; i < 5; i++) {
        int number = i;
        var read =
            jdbi.withHandle(handle ->
                handle
                    .createQuery("select :number + 1")
                    .bind("number", number)
                    .mapTo(Integer.class)
                    .one());
        assertThat(read).isEqualTo(number + 1);
      }
      assertThat(prepared).hasValue(1);
    }
  }

  @Test
  void oneThatIsStillReadIsLeftToItsReader() throws Exception {
    try (var real = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      var connection = counting(real);
      var jdbi = Jdbi.create(() -> connection);
      jdbi.setStatementBuilderFactory(KeptStatements.ofPool());
      var sql = "select :from union all select :from + 1";
      var pairs =
          jdbi.withHandle(handle ->
              handle.createQuery(sql).bind("from", 1).mapTo(Integer.class).stream()
                  .map(number ->
                      handle.createQuery(sql).bind("from", number).mapTo(Integer.class).list())
                  .toList());

      assertThat(pairs.toString()).isEqualTo("[[1, 2], [2, 3]]");
    }
  }
}
