package dev.roundtable.export;

/**
 * What stands to the left of a block.
 *
 * @param first before its first line, as wide as the rest
 * @param rest before each line after that
 */
record Margin(String first, String rest) {
  static final Margin NONE = of("");

  static Margin of(String indent) {
    return new Margin(indent, indent);
  }

  Margin afterFirst() {
    return of(rest);
  }

  /** Further in behind a mark on the first line, or as it is if that takes more columns. */
  Margin behind(String mark, int atMost) {
    return with(mark, " ".repeat(mark.length()), atMost);
  }

  /** Further in behind a mark on every line, or as it is if that takes more columns. */
  Margin along(String mark, int atMost) {
    return with(mark, mark, atMost);
  }

  private Margin with(String mark, String after, int atMost) {
    return TextWrap.columns(rest + after) > atMost ? this : new Margin(first + mark, rest + after);
  }
}
