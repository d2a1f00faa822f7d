package dev.roundtable.session;

/** Whether somebody may start a debate. */
@FunctionalInterface
public interface Permissions {
  Permissions EVERYONE = _ -> new Decision.Granted();

  /** What was decided. */
  sealed interface Decision {
    record Granted() implements Decision {}

    /** A sentence that says why not and who can help. */
    record Denied(String reason) implements Decision {}
  }

  Decision mayOpen(DebateRequest request);

  /** Whether text that looks like it holds a credential is refused before it is stored. */
  default boolean refusesCredentials() {
    return true;
  }
}
