package dev.roundtable.panelist;

/** A script that cannot be played; the message says where and why. */
public final class ScriptException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  ScriptException(String reason) {
    super(reason);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
