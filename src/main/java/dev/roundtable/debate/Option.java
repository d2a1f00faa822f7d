package dev.roundtable.debate;

/** One answer on the ballot paper, with the letter it is printed with. */
public record Option(OptionId id, char letter, String label) {
  static final String OTHER = "Other";

  /** In the place of words that were taken out of sight. */
  static final String HIDDEN = "[hidden]";

  private static final OptionId REST = new OptionId("rest-of-positions");

  /** The same option as what is left over when seats say more than a ballot can hold. */
  Option asRest() {
    return new Option(REST, letter, label);
  }

  /** Whether it is that; its label is then the bot's and not a seat's. */
  public boolean isRest() {
    return id.equals(REST) && label.startsWith(OTHER);
  }

  /** Whether the words of its label were taken out of sight. */
  public boolean isHidden() {
    return label.startsWith(HIDDEN);
  }
}
