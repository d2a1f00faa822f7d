package dev.roundtable.debate;

/** The answer of a seat in a round whose words nobody sees any more. */
public record HiddenAnswer(int round, SeatId seat) {}
