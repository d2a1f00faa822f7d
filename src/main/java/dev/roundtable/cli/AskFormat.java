package dev.roundtable.cli;

/** How {@code ask} prints a debate. */
enum AskFormat {
  TEXT,
  MARKDOWN,
  JSON,
  HTML,
  /** A picture; the only one that is not text. */
  PNG
}
