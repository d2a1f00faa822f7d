package dev.roundtable.archive;

import dev.roundtable.debate.DebateId;
import dev.roundtable.limits.Account;
import dev.roundtable.limits.Balance;
import dev.roundtable.limits.Bill;
import dev.roundtable.limits.Cap;
import dev.roundtable.limits.Ledger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A ledger in a database, shared by every process that uses the database. */
final class SqlLedger implements Ledger {
  private static final BigDecimal WARNS_AT = new BigDecimal("0.8");

  private final Database database;

  SqlLedger(Database database) {
    this.database = database;
  }

  @Override
  public Outcome reserve(Reservation reservation) {
    // The round that it is for is written after it, and nothing of that counts before.
    return database.writeHastily(handle -> {
      var charges = SqlCharges.of(handle, database.dialect(), reservation.debate());
      var accounts = new SqlAccounts(handle, database.dialect());
      if (charges.has(reservation.round())) {
        return new Outcome.Reserved(List.of());
      }
      // Most of those who come too late see so without a lock, where there is one.
      if (reservation.round() == 1 && accounts.lockable()) {
        var early = refused(accounts, reservation);
        if (early.isPresent()) {
          return early.get();
        }
      }
      var charged = new ArrayList<>(charges.charged());
      charged.add(new SqlAccounts.Charged(reservation.payer(), reservation.day()));
      accounts.lock(charged);
      charges.settle(reservation.before(), true).forEach(accounts::add);
      var refused = refused(accounts, reservation);
      if (refused.isPresent()) {
        return refused.get();
      }
      accounts.add(charges.open(reservation));
      var nearly =
          reservation.caps().stream()
              .filter(cap -> nearly(cap, accounts.balance(cap.account())))
              .filter(accounts::warn)
              .toList();
      return new Outcome.Reserved(nearly);
    });
  }

  @Override
  public Outcome wouldReserve(Reservation reservation) {
    return database.read(handle -> {
      var accounts = new SqlAccounts(handle, database.dialect());
      return refused(accounts, reservation).orElseGet(() -> new Outcome.Reserved(List.of()));
    });
  }

  private static Optional<Outcome> refused(SqlAccounts accounts, Reservation reservation) {
    return reservation.caps().stream()
        .<Outcome>mapMulti((cap, next) -> {
          var balance = accounts.balance(cap.account());
          if (!holds(cap, balance, reservation)) {
            next.accept(new Outcome.Refused(cap, balance));
          }
        })
        .findFirst();
  }

  private static boolean holds(Cap cap, Balance balance, Reservation reservation) {
    return switch (cap) {
      case Cap.Debates(_, var most) -> reservation.round() > 1 || balance.debates() < most;
      case Cap.Money(_, var most) ->
          reservation.estimate().signum() == 0
              || balance.used().add(reservation.estimate()).compareTo(most) <= 0;
    };
  }

  private static boolean nearly(Cap cap, Balance balance) {
    return switch (cap) {
      case Cap.Debates(_, var most) ->
          WARNS_AT
                  .multiply(BigDecimal.valueOf(most))
                  .compareTo(BigDecimal.valueOf(balance.debates()))
              <= 0;
      case Cap.Money(_, var most) ->
          balance.used().signum() > 0 && WARNS_AT.multiply(most).compareTo(balance.used()) <= 0;
    };
  }

  @Override
  public void settle(DebateId debate, Bill soFar, boolean over) {
    // Follows from the debate's events, whoever takes it up.
    database.writeHastily(handle -> {
      var charges = SqlCharges.of(handle, database.dialect(), debate);
      var accounts = new SqlAccounts(handle, database.dialect());
      accounts.lock(charges.charged());
      charges.settle(soFar, over).forEach(accounts::add);
      return debate;
    });
  }

  @Override
  public Balance balance(Account account) {
    return database.read(handle -> new SqlAccounts(handle, database.dialect()).balance(account));
  }

  @Override
  public List<Balance> persons(String platform, String workspace, String period, int most) {
    return database.read(handle ->
        new SqlAccounts(handle, database.dialect()).persons(platform, workspace, period, most));
  }
}
