package dev.roundtable.cli;

import java.util.Optional;

/** Something that runs as long as the bot does. */
interface Part extends AutoCloseable {
  /** What people call it. */
  String name();

  /** Comes up, and says in a few words what is there and where. */
  String start() throws InterruptedException;

  /** What is wrong with it as a sentence; nothing while all is well. */
  Optional<String> trouble();

  @Override
  void close();
}
