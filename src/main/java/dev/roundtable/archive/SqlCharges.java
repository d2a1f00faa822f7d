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

/** The rounds that were charged, in a database, within their caller's transaction. */
record SqlCharges(Handle handle, Dialect dialect) {
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

  boolean has(DebateId debate, int round) {
    return handle
        .createQuery("select 1 from charge where debate_id = :debate and round = :round")
        .bind("debate", debate.value())
        .bind("round", round)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  List<SqlAccounts.Charged> charged(DebateId debate) {
    return all(debate).stream()
        .map(charge -> new SqlAccounts.Charged(charge.payer(), charge.day()))
        .toList();
  }

  // The first round first.
  private List<Charge> all(DebateId debate) {
    var sql = "select * from charge where debate_id = :debate order by round" + dialect.locking();
    return handle
        .createQuery(sql)
        .bind("debate", debate.value())
        .map((row, _) -> charge(row))
        .list();
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
        .bind("debate", made.debate().value())
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
  List<SqlAccounts.Change> settle(DebateId debate, Bill soFar, boolean over) {
    var changes = new ArrayList<SqlAccounts.Change>();
    long before = 0;
    int unknownBefore = 0;
    var charges = all(debate);
    for (var charge : charges) {
      boolean latest = charge.equals(charges.getLast());
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
        update(debate, settled);
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

  private void update(DebateId debate, Charge charge) {
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
