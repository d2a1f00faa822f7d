package dev.roundtable.export;

/** How emphasis looks in text; widths do not count what it adds. */
public interface Ink {
  /** Text without any emphasis. */
  Ink NONE = (_, text) -> text;

  /** What a stretch of text is. */
  enum Tone {
    HEADLINE,
    HEADING,
    STRONG,
    EMPHASIS,
    CODE,
    LEADER,
    FAINT
  }

  String paint(Tone tone, String text);
}
