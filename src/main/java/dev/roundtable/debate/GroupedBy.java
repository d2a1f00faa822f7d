package dev.roundtable.debate;

/** Who put the positions of an open question into groups. */
public enum GroupedBy {
  CHAIR,
  /** Positions that are equal but for case, space and punctuation. */
  FOLDING
}
