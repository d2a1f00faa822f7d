package dev.roundtable.archive;

import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Person;
import dev.roundtable.limits.Bill;
import dev.roundtable.limits.Ledger;
import dev.roundtable.limits.Payer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The rounds of a debate that were charged, in a database, within their caller's transaction.
 *
 * @param all the first round first; nobody else changes them until the commit
 */
record SqlCharges(Handle handle, DebateId debate, List<Charge> all) {
  private static final int MICROS = 6;

  /** A round that was charged. */
  record Charge(
      int round,
      Payer payer,
      LocalDate day,
      long estimate,
      long spent,
      int unknownCalls,
      boolean settled) {
    /** What its accounts are charged with. */
    long held() {
      return settled ? spent : Math.max(estimate, spent);
    }
  }

  private static long micros(BigDecimal usd) {
    return usd.setScale(MICROS, RoundingMode.UP).unscaledValue().longValueExact();
  }

  static SqlCharges of(Handle handle, Dialect dialect, DebateId debate) {
    var sql = "select * from charge where debate_id = :debate order by round" + dialect.locking();
    var all =
        handle.createQuery(sql).bind("debate", debate.value()).map((row, _) -> charge(row)).list();
    return new SqlCharges(handle, debate, all);
  }

  boolean has(int round) {
    return all.stream().anyMatch(charge -> charge.round() == round);
  }

  List<SqlAccounts.Charged> charged() {
    return all.stream()
        .map(charge -> new SqlAccounts.Charged(charge.payer(), charge.day()))
        .toList();
  }

  private static Charge charge(ResultSet row) throws SQLException {
    return new Charge(
        row.getInt("round"),
        new Payer(
            row.getString("platform"),
            row.getString("workspace"),
            row.getString("channel"),
            new Person(row.getString("person"), row.getString("label"))),
        LocalDate.parse(row.getString("day")),
        row.getLong("estimate_micros"),
        row.getLong("spent_micros"),
        row.getInt("unknown_calls"),
        row.getBoolean("settled"));
  }

  SqlAccounts.Change open(Ledger.Reservation made) {
    var sql =
        """
        insert into charge (debate_id, round, day, platform, workspace, channel, person, label,
          estimate_micros, spent_micros, unknown_calls, settled)
        values (:debate, :round, :day, :platform, :workspace, :channel, :person, :label,
          :estimate, 0, 0, :settled)
        """;
    var payer = made.payer();
    long estimate = micros(made.estimate());
    handle
        .createUpdate(sql)
        .bind("debate", debate.value())
        .bind("round", made.round())
        .bind("day", made.day().toString())
        .bind("platform", payer.platform())
        .bind("workspace", payer.workspace())
        .bind("channel", payer.channel())
        .bind("person", payer.person().id())
        .bind("label", Json.storable(payer.person().name()))
        .bind("estimate", estimate)
        .bind("settled", false)
        .execute();
    return new SqlAccounts.Change(payer, made.day(), estimate, made.round() == 1 ? 1 : 0, 0);
  }

  /**
   * Gives the latest round what the debate has cost beyond the rounds before it, which are settled.
   */
  List<SqlAccounts.Change> settle(Bill soFar, boolean over) {
    var changes = new ArrayList<SqlAccounts.Change>();
    long before = 0;
    int unknownBefore = 0;
    for (var charge : all) {
      boolean latest = charge.equals(all.getLast());
      var settled =
          new Charge(
              charge.round(),
              charge.payer(),
              charge.day(),
              charge.estimate(),
              latest ? Math.max(0, micros(soFar.usd()) - before) : charge.spent(),
              latest ? Math.max(0, soFar.unknownCalls() - unknownBefore) : charge.unknownCalls(),
              !latest || over);
      before += settled.spent();
      unknownBefore += settled.unknownCalls();
      if (!settled.equals(charge)) {
        update(settled);
        changes.add(
            new SqlAccounts.Change(
                charge.payer(),
                charge.day(),
                settled.held() - charge.held(),
                0,
                settled.unknownCalls() - charge.unknownCalls()));
      }
    }
    return changes;
  }

  private void update(Charge charge) {
    var sql =
        """
        update charge set spent_micros = :spent, unknown_calls = :unknown, settled = :settled
        where debate_id = :debate and round = :round
        """;
    handle
        .createUpdate(sql)
        .bind("spent", charge.spent())
        .bind("unknown", charge.unknownCalls())
        .bind("settled", charge.settled())
        .bind("debate", debate.value())
        .bind("round", charge.round())
        .execute();
  }
}
