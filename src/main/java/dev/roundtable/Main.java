package dev.roundtable;

import dev.roundtable.cli.AskCommand;
import dev.roundtable.cli.RoundtableCommand;
import dev.roundtable.debate.Person;
import dev.roundtable.panelist.DemoPanel;
import dev.roundtable.panelist.KnownPanels;
import dev.roundtable.terminal.Console;
import dev.roundtable.terminal.Screen;
import dev.roundtable.transcript.Words;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Puts the parts together and runs the command that was asked for. */
public final class Main {
  private static final Duration DEMO_PACE = Duration.ofMillis(1500);

  private Main() {}

  /** Exits with the command's code. */
  public static void main(String[] args) throws IOException {
    int code;
    try (var console = console()) {
      var timer = new SystemTimer();
      var words = Words.in(Locale.ENGLISH);
      var person = new Person("terminal", System.getProperty("user.name"));
      var pace = console.interactive() ? DEMO_PACE : Duration.ZERO;
      var panels = new KnownPanels(List.of(DemoPanel.table(timer, pace)));
      var ask = new AskCommand(panels, timer, console, person, words);
      code = RoundtableCommand.commandLine(ask).execute(args);
    }
    System.exit(code);
  }

  private static Console console() {
    var out = utf8(FileDescriptor.out);
    var err = utf8(FileDescriptor.err);
    boolean terminal = onTerminal();
    return new Console(Screen.of(out, err, terminal, System.getenv()), terminal);
  }

  // Null again since JDK 25 where standard input or output is no terminal.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean onTerminal() {
    var console = System.console();
    return console != null && console.isTerminal();
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
