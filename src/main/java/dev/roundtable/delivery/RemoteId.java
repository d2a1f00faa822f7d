package dev.roundtable.delivery;

/**
 * What the platform calls a message.
 *
 * @param value its own id, and after a plus sign that of whatever goes with it
 */
public record RemoteId(String value) {
  /** Whether this is the message that the platform calls so. */
  public boolean names(String message) {
    return value.equals(message) || value.startsWith(message + "+");
  }

  @Override
  public String toString() {
    return value;
  }
}
