package dev.roundtable.limits;

import dev.roundtable.debate.DebateId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Who spent what, durable and shared by all replicas. */
public interface Ledger {
  /**
   * A round that is about to be held.
   *
   * @param before what the whole debate has cost so far
   * @param estimate what the round will cost
   * @param caps what must hold with it
   */
  record Reservation(
      DebateId debate,
      int round,
      Payer payer,
      LocalDate day,
      Bill before,
      BigDecimal estimate,
      List<Cap> caps) {
    public Reservation {
      caps = List.copyOf(caps);
    }
  }

  /** What became of a reservation. */
  sealed interface Outcome {
    /**
     * It is made.
     *
     * @param nearlySpent the caps of which four fifths are used with it, each told once
     */
    record Reserved(List<Cap> nearlySpent) implements Outcome {
      public Reserved {
        nearlySpent = List.copyOf(nearlySpent);
      }
    }

    /** Nothing was reserved, because that cap would not hold. */
    record Refused(Cap cap, Balance balance) implements Outcome {}
  }

  /**
   * Reserves the estimate for a round in one step with the check of its caps, and settles the
   * rounds before it. A round that is reserved already stays so.
   */
  Outcome reserve(Reservation reservation);

  /** Whether the round would be reserved now; changes nothing. */
  Outcome wouldReserve(Reservation reservation);

  /**
   * Notes what a debate has cost so far. The same again changes nothing.
   *
   * @param over whether its latest round needs no more than that
   */
  void settle(DebateId debate, Bill soFar, boolean over);

  Balance balance(Account account);

  /** The persons of a workspace who used most in that period. */
  List<Balance> persons(String platform, String workspace, String period, int most);
}
