package dev.roundtable.export;

/** What every picture of a debate shows alike. */
public final class Looks {
  private Looks() {}

  /** The class of an option's colour. */
  static String hue(char letter) {
    return "o-" + letter;
  }

  /** An option's letter on its colour. */
  public static Html chip(char letter) {
    return Tag.of("b", String.valueOf(letter)).classed("chip " + hue(letter));
  }

  /** Words for those who do not see the picture beside them. */
  public static Html unseen(String text) {
    return Tag.of("span", text).classed("unseen");
  }
}
