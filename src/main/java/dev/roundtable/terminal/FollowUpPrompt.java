package dev.roundtable.terminal;

import dev.roundtable.transcript.Words;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/** Asks for a follow-up, line by line. */
public final class FollowUpPrompt {
  private final Terminal terminal;
  private final Words words;

  public FollowUpPrompt(Terminal terminal, Words words) {
    this.terminal = terminal;
    this.words = words;
  }

  /** What was typed, nothing if the reader is done: an empty line, Ctrl-C or Ctrl-D. */
  public Optional<String> ask() {
    try {
      var line =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .build()
              .readLine(words.say("live.prompt") + " ");
      return Optional.of(line.strip()).filter(text -> !text.isEmpty());
    } catch (UserInterruptException | EndOfFileException _) {
      return Optional.empty();
    }
  }
}
