package dev.roundtable.cli;

/** How {@code ask} prints a debate. */
enum AskFormat {
  TEXT,
  MARKDOWN,
  JSON
}
