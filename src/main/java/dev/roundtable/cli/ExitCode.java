package dev.roundtable.cli;

/** What the program's exit codes mean. */
final class ExitCode {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int BAD_INPUT = 2;
  static final int NO_QUORUM = 3;

  private ExitCode() {}
}
