package dev.roundtable.delivery;

/** What the platform calls a message. */
public record RemoteId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
