package dev.roundtable.limits;

import java.math.BigDecimal;

/**
 * An account as it stands.
 *
 * @param label the person's name, empty for other accounts
 * @param used what was spent, and what is reserved for rounds that are not settled
 * @param unknownCalls how many calls are in it by assumption
 */
public record Balance(
    Account account, String label, BigDecimal used, int debates, int unknownCalls) {}
