package dev.roundtable.web;

import java.util.List;

/** Whether the program can do its work. */
@FunctionalInterface
public interface Readiness {
  /**
   * One thing that must work.
   *
   * @param name such as {@code database}
   * @param sentence what is wrong, or that nothing is; free of secrets
   */
  record Check(String name, boolean ready, String sentence) {}

  /** All checks as they are now; it may block for a second. */
  List<Check> checks();
}
