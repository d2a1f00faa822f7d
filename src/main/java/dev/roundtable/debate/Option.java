package dev.roundtable.debate;

/** One answer on the ballot paper, with the letter it is printed with. */
public record Option(OptionId id, char letter, String label) {}
