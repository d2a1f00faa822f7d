package dev.roundtable.chat;

import java.util.Locale;
import java.util.Optional;

/** A word that stands alone after the slash command. */
enum Command {
  NEW,
  HELP,
  PANELS,
  STATUS,
  HISTORY,
  USAGE,
  PRIVACY,
  SETTINGS;

  /** The command, if the whole text is one; {@code stop using Jira?} is a question. */
  static Optional<Command> of(String text) {
    if (text.isBlank()) {
      return Optional.of(NEW);
    }
    for (var command : values()) {
      if (command.name().toLowerCase(Locale.ROOT).equals(text.strip().toLowerCase(Locale.ROOT))) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }
}
