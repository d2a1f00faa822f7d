package dev.roundtable.debate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a seat is told before it votes. Other seats' arguments come without names, counts or
 * confidences.
 *
 * @param open whether it has to state a position; else it votes for one of the options
 * @param options in this seat's own order
 * @param own its last valid ballot, null if it has none
 * @param arguments of people first, then of other seats in this seat's own order
 */
public record Brief(
    DebateId debate,
    int round,
    SeatId seat,
    Question question,
    boolean open,
    List<Option> options,
    Ballot.@Nullable Answered own,
    List<Argument> arguments) {
  public Brief {
    options = List.copyOf(options);
    arguments = List.copyOf(arguments);
  }
}
