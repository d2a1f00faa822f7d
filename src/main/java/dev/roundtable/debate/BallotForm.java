package dev.roundtable.debate;

/** Whether the panel votes on options or says itself what the options are. */
public enum BallotForm {
  OPTIONS,
  OPEN
}
