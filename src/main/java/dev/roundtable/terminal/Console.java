package dev.roundtable.terminal;

import dev.roundtable.transcript.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalExt;
import org.jspecify.annotations.Nullable;

/** The terminal the program was started from, opened when it is first needed. */
public final class Console implements AutoCloseable {
  private final Screen screen;
  private final boolean interactive;
  private @Nullable Terminal terminal;

  /**
   * Remembers how to write.
   *
   * @param interactive whether somebody sits there who can be asked
   */
  public Console(Screen screen, boolean interactive) {
    this.screen = screen;
    this.interactive = interactive;
  }

  public boolean interactive() {
    return interactive;
  }

  /**
   * The screen, as wide as the terminal is now. Progress is plain unless both standard output and
   * standard error are on a terminal.
   */
  public Screen screen() {
    if (!interactive) {
      return screen;
    }
    var wide = screen.withWidth(terminal().getSize().getColumns());
    return standardErrorShows() ? wide : wide.withPlainLive();
  }

  // The JDK tells this of standard input and output together, and of standard error never.
  private boolean standardErrorShows() {
    return terminal() instanceof TerminalExt known
        && known.getProvider() != null
        && known.getProvider().isSystemStream(SystemStream.Error);
  }

  /** A prompt if there is somebody to ask. */
  public Optional<FollowUpPrompt> prompt(Words words) {
    return interactive ? Optional.of(new FollowUpPrompt(terminal(), words)) : Optional.empty();
  }

  // Signals stay with the JVM: Ctrl-C outside a prompt ends the program in an orderly way.
  private Terminal terminal() {
    if (terminal == null) {
      try {
        terminal = TerminalBuilder.builder().system(true).dumb(true).nativeSignals(false).build();
      } catch (IOException e) {
        throw new UncheckedIOException("the terminal cannot be opened", e);
      }
    }
    return terminal;
  }

  @Override
  public void close() throws IOException {
    if (terminal != null) {
      terminal.close();
    }
  }
}
