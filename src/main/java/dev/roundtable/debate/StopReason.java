package dev.roundtable.debate;

/** Why no further round was held, in the order in which the rules are tried. */
public enum StopReason {
  /** Too few seats answered, and no order from outside cut the round short. */
  NO_QUORUM,
  ALL_AGREE,
  SHARE_REACHED,
  NO_MOVEMENT,
  LAST_ROUND,
  /** The one round that a follow-up opens has been held. */
  FOLLOW_UP_ANSWERED,
  BUDGET,
  DEADLINE,
  STOPPED,
  FINISHED_NOW
}
