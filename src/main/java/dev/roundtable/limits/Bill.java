package dev.roundtable.limits;

import dev.roundtable.debate.Cost;
import java.math.BigDecimal;
import java.util.List;

/**
 * What calls count for.
 *
 * @param usd with the assumption for each call whose price is not known
 * @param unknownCalls how many of those there are
 */
public record Bill(BigDecimal usd, int unknownCalls) {
  public static final Bill NOTHING = new Bill(BigDecimal.ZERO, 0);

  static Bill of(List<Cost> calls, BigDecimal unknownCall) {
    int unknown = (int) calls.stream().filter(call -> !call.complete()).count();
    var known = calls.stream().map(Cost::usd).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Bill(known.add(unknownCall.multiply(BigDecimal.valueOf(unknown))), unknown);
  }
}
