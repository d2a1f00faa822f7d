package dev.roundtable.cli;

/** Something that was typed cannot be used; the message is the sentence to print. */
final class BadInputException extends Exception {
  private static final long serialVersionUID = 1L;

  BadInputException(String sentence) {
    super(sentence);
  }
}
