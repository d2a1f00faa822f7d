package dev.roundtable.panelist;

import dev.roundtable.debate.Seat;

/** A seat and the model that sits on it. */
public record SeatSettings(Seat seat, ModelSettings model) {}
