package dev.roundtable.debate;

/** A seat that gave no valid vote in a round, and why. */
public record Absence(SeatId seat, int round, Cause cause) {}
