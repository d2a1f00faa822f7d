package dev.roundtable.debate;

/** How a chair's summary departs from the count. */
public sealed interface Contradiction {
  /** It claims other leaders than the tally has. */
  record OtherWinner() implements Contradiction {}

  record OtherCounts() implements Contradiction {}

  /** Its text says that this option won, and the tally does not. */
  record TextNamesWinner(OptionId option) implements Contradiction {}
}
