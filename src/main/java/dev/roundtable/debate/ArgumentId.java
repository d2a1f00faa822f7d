package dev.roundtable.debate;

/** Names an argument within the round it was shown in, such as {@code a3}. */
public record ArgumentId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
