package dev.roundtable.debate;

import org.jspecify.annotations.Nullable;

/**
 * A seat that voted differently than before.
 *
 * @param because the argument it named, null if none
 * @param withoutNewArgument whether it moved to the option that led without naming an argument
 */
public record Change(
    int round,
    SeatId seat,
    OptionId from,
    OptionId to,
    @Nullable ArgumentId because,
    boolean withoutNewArgument) {}
