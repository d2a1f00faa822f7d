package dev.roundtable.cli;

import dev.roundtable.config.Configuration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Something that runs as long as the bot does. */
interface Part extends AutoCloseable {
  /** What people call it. */
  String name();

  /** Comes up, and says in a few words what is there and where once it works. */
  String start() throws InterruptedException;

  /** Completes once it works or has failed to for the first time. */
  default CompletableFuture<Void> tried() {
    return CompletableFuture.completedFuture(null);
  }

  /** What is wrong with it as a sentence; nothing while all is well. */
  Optional<String> trouble();

  /** What works otherwise than the configuration means, a sentence each; once it has been tried. */
  default List<String> warnings(Configuration configuration) {
    return List.of();
  }

  /** Takes nothing new from people; what is under way can still be posted until it is closed. */
  void leave();

  /** Ends its line, once nothing is to be posted any more. */
  @Override
  default void close() {}
}
