package dev.roundtable.debate;

/** How the asker wants the question to be treated. */
public enum Mode {
  /** The ballot form is decided from the question. */
  AUTO,
  /** A vote on options, Yes and No if none were given. */
  DEBATE,
  /** One blind round and no discussion. */
  POLL,
  /** The seats say what the options are. */
  OPEN
}
