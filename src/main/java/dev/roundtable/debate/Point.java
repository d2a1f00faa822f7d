package dev.roundtable.debate;

/** An argument for an option, by the seat that made it. */
public record Point(OptionId option, SeatId seat, String text) {}
