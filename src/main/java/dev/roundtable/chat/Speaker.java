package dev.roundtable.chat;

import dev.roundtable.debate.SeatId;

/**
 * A seat that speaks under its own name.
 *
 * @param number its place in the panel from 0, for an icon or a colour that stays its own
 */
public record Speaker(SeatId seat, String name, int number) {}
