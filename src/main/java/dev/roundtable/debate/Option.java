package dev.roundtable.debate;

/** One answer on the ballot paper, with the letter it is printed with. */
public record Option(OptionId id, char letter, String label) {
  static final String OTHER = "Other";
  private static final OptionId REST = new OptionId("rest-of-positions");

  /** The same option as what is left over when seats say more than a ballot can hold. */
  Option asRest() {
    return new Option(REST, letter, label);
  }

  /** Whether it is that; its label is then the bot's and not a seat's. */
  public boolean isRest() {
    return id.equals(REST) && label.startsWith(OTHER);
  }
}
