package dev.roundtable.panelist;

/** How a model is held to the shape of a ballot, from the strictest to the loosest way. */
public enum Rung {
  SCHEMA,
  JSON,
  PLAIN
}
