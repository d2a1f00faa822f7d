package dev.roundtable.debate;

/** A platform's own unique name of something that a person did; the key by which it counts once. */
public record MessageId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
