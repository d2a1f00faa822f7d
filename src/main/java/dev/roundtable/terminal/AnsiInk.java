package dev.roundtable.terminal;

import dev.roundtable.export.Ink;

/** Emphasis as SGR sequences (ECMA-48), in the terminal's own sixteen colours. */
final class AnsiInk implements Ink {
  private static final String RESET = "\u001b[0m";

  @Override
  public String paint(Tone tone, String text) {
    if (text.isBlank()) {
      return text;
    }
    return switch (tone) {
      case HEADLINE, STRONG -> "\u001b[1m" + text + RESET;
      case HEADING -> "\u001b[1;36m" + text + RESET;
      case EMPHASIS -> "\u001b[3m" + text + RESET;
      case CODE -> "\u001b[33m" + text + RESET;
      case LEADER -> "\u001b[1;32m" + text + RESET;
      case FAINT -> "\u001b[2m" + text + RESET;
    };
  }
}
