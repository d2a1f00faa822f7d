package dev.roundtable.panelist;

/** A way to put a question to a model over HTTP; each has one codec. */
public enum WireFormat {
  RESPONSES,
  CHAT_COMPLETIONS,
  ANTHROPIC,
  GEMINI
}
