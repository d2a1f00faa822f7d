package dev.roundtable.archive;

/** A stored event that this version cannot read; the message says which part and why. */
public final class UnreadableEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableEventException(String sentence) {
    super(sentence);
  }

  UnreadableEventException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
