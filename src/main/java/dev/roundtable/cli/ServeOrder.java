package dev.roundtable.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * That the bot is to run.
 *
 * @param config the folder to read, if one was named
 */
public record ServeOrder(Optional<Path> config) {
  public static final String COMMAND = "serve";

  private static final String OPTION = "--config";

  /**
   * The order as it is mostly given: {@code serve}, or {@code serve --config DIR}. Nothing for
   * whatever else was typed, which is for picocli to read: its classes are too old for the cache,
   * and would take a quarter of the start.
   */
  public static Optional<ServeOrder> plain(String... typed) {
    if (typed.length == 0 || !typed[0].equals(COMMAND)) {
      return Optional.empty();
    }
    if (typed.length == 1) {
      return Optional.of(new ServeOrder(Optional.empty()));
    }
    return typed.length == 3 && typed[1].equals(OPTION) && typed[2].matches("[\\w./][\\w./-]*")
        ? Optional.of(new ServeOrder(Optional.of(Path.of(typed[2]))))
        : Optional.empty();
  }
}
