package dev.roundtable.debate;

/** Why no further round was held, in the order in which the rules are tried. */
public enum StopReason {
  NO_QUORUM,
  ALL_AGREE,
  SHARE_REACHED,
  NO_MOVEMENT,
  LAST_ROUND,
  BUDGET,
  DEADLINE,
  STOPPED,
  FINISHED_NOW
}
