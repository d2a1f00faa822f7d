package dev.roundtable.debate;

/**
 * What a seat writes to vote for an option: letters, digits and hyphens only, made from the label.
 * Unlike a letter it carries no position, so the options can be shuffled for each seat.
 */
public record OptionId(String value) {
  public OptionId {
    if (!value.matches("[\\p{L}\\p{M}\\p{N}]+(-[\\p{L}\\p{M}\\p{N}]+)*")) {
      throw new IllegalArgumentException("not an option id: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
