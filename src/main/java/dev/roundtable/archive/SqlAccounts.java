package dev.roundtable.archive;

import dev.roundtable.limits.Account;
import dev.roundtable.limits.Balance;
import dev.roundtable.limits.Cap;
import dev.roundtable.limits.Payer;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The accounts in a database, within their caller's transaction. */
record SqlAccounts(Handle handle, Dialect dialect) {
  private static final int MICROS = 6;
  private static final Comparator<Account> ORDER =
      Comparator.comparing(Account::scope)
          .thenComparing(Account::platform)
          .thenComparing(Account::workspace)
          .thenComparing(Account::id)
          .thenComparing(Account::period);
  private static final String ONE =
      "platform = :platform and workspace = :workspace and period = :period and scope = :scope"
          + " and id = :id";

  /**
   * What a round adds to its payer's accounts; less than nothing takes it back.
   *
   * @param micros of US dollars
   */
  record Change(Payer payer, LocalDate day, long micros, int debates, int unknownCalls) {
    private boolean isNothing() {
      return micros == 0 && debates == 0 && unknownCalls == 0;
    }
  }

  static BigDecimal usd(long micros) {
    return BigDecimal.valueOf(micros, MICROS);
  }

  /** Who is charged on which day. */
  record Charged(Payer payer, LocalDate day) {}

  /**
   * Holds them until the commit, in one order everywhere, so that two transactions never wait for
   * each other. With one writer at a time there is nobody to hold them from.
   */
  void lock(List<Charged> all) {
    if (!lockable()) {
      return;
    }
    var labels = new TreeMap<Account, String>(ORDER);
    for (var charged : all) {
      for (var account : Account.of(charged.payer(), charged.day())) {
        labels.put(account, label(charged.payer(), account));
      }
    }
    labels.forEach(this::lock);
  }

  /** Whether somebody else could write to them meanwhile. */
  boolean lockable() {
    return dialect.writesTogether().isEmpty();
  }

  private static String label(Payer payer, Account account) {
    return account.scope() == Account.Scope.PERSON ? payer.person().name() : "";
  }

  // The update of a row that exists changes nothing but holds it until the commit.
  private void lock(Account account, String label) {
    var sql =
        """
        insert into account (scope, platform, workspace, id, period, label, used_micros, debates,
          unknown_calls, warned)
        values (:scope, :platform, :workspace, :id, :period, :label, 0, 0, 0, :warned)
        on conflict (platform, workspace, period, scope, id) do update set label = excluded.label
        """;
    bound(handle.createUpdate(sql), account)
        .bind("label", Json.storable(label))
        .bind("warned", false)
        .execute();
  }

  void add(Change change) {
    var sql =
        """
        insert into account (scope, platform, workspace, id, period, label, used_micros, debates,
          unknown_calls, warned)
        values (:scope, :platform, :workspace, :id, :period, :label, :micros, :debates, :unknown,
          :warned)
        on conflict (platform, workspace, period, scope, id) do update set
          label = excluded.label,
          used_micros = account.used_micros + excluded.used_micros,
          debates = account.debates + excluded.debates,
          unknown_calls = account.unknown_calls + excluded.unknown_calls
        """;
    if (change.isNothing()) {
      return;
    }
    var batch = handle.prepareBatch(sql);
    for (var account : Account.of(change.payer(), change.day())) {
      bound(batch, account)
          .bind("label", Json.storable(label(change.payer(), account)))
          .bind("warned", false)
          .bind("micros", change.micros())
          .bind("debates", change.debates())
          .bind("unknown", change.unknownCalls())
          .add();
    }
    batch.execute();
  }

  /** Notes that it was warned of; false if it was before. */
  boolean warn(Cap cap) {
    var column =
        switch (cap) {
          case Cap.Money _ -> "warned";
          case Cap.Debates _ -> "warned_of_debates";
        };
    var sql =
        "update account set %1$s = :now where %2$s and (%1$s is null or %1$s = :before)"
            .formatted(column, ONE);
    return bound(handle.createUpdate(sql), cap.account())
            .bind("now", true)
            .bind("before", false)
            .execute()
        == 1;
  }

  Balance balance(Account account) {
    var sql = "select label, used_micros, debates, unknown_calls from account where " + ONE;
    return bound(handle.createQuery(sql), account)
        .map((row, _) -> balance(account, row))
        .findOne()
        .orElseGet(() -> new Balance(account, "", BigDecimal.ZERO, 0, 0));
  }

  private static Balance balance(Account account, ResultSet row) throws SQLException {
    return new Balance(
        account,
        row.getString("label"),
        usd(row.getLong("used_micros")),
        row.getInt("debates"),
        row.getInt("unknown_calls"));
  }

  List<Balance> persons(String platform, String workspace, String period, int most) {
    var sql =
        """
        select id, label, used_micros, debates, unknown_calls from account
        where platform = :platform and workspace = :workspace and period = :period
          and scope = 'PERSON'
        order by used_micros desc, id limit :most
        """;
    return handle
        .createQuery(sql)
        .bind("platform", platform)
        .bind("workspace", workspace)
        .bind("period", period)
        .bind("most", most)
        .map((row, _) ->
            balance(
                new Account(Account.Scope.PERSON, platform, workspace, row.getString("id"), period),
                row))
        .list();
  }

  private static <S extends SqlStatement<S>> S bound(S statement, Account account) {
    return statement
        .bind("scope", account.scope().name())
        .bind("platform", account.platform())
        .bind("workspace", account.workspace())
        .bind("id", account.id())
        .bind("period", account.period());
  }
}
