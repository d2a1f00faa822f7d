package dev.roundtable;

import dev.roundtable.cli.AskCommand;
import dev.roundtable.cli.BackupCommand;
import dev.roundtable.cli.CheckCommand;
import dev.roundtable.cli.ConfigCommand;
import dev.roundtable.cli.ExportCommand;
import dev.roundtable.cli.ForgetCommand;
import dev.roundtable.cli.HistoryCommand;
import dev.roundtable.cli.LogStream;
import dev.roundtable.cli.ReplayCommand;
import dev.roundtable.cli.RoundtableCommand;
import dev.roundtable.cli.ServeCommand;
import dev.roundtable.cli.ShowCommand;
import dev.roundtable.cli.StoredDebates;
import dev.roundtable.cli.Surroundings;
import dev.roundtable.debate.Person;
import dev.roundtable.terminal.Console;
import dev.roundtable.terminal.Screen;
import dev.roundtable.transcript.Words;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/** Puts the parts together and runs the command that was asked for. */
public final class Main {
  private Main() {}

  /** Exits with the command's code. */
  public static void main(String[] args) throws IOException {
    System.setErr(new LogStream(System.err));
    int code;
    var environment = System.getenv();
    try (var console = console(environment)) {
      var person = new Person("terminal", System.getProperty("user.name"));
      var words = Words.in(Locale.ENGLISH);
      var around = new Surroundings(environment, new SystemTimer(), console, person, words);
      var stored = new StoredDebates(around);
      code =
          RoundtableCommand.commandLine(
                  new AskCommand(around),
                  new ServeCommand(around),
                  new CheckCommand(around),
                  new ConfigCommand(environment),
                  new HistoryCommand(stored, ZoneId.systemDefault()),
                  new ShowCommand(stored),
                  new ExportCommand(stored),
                  new ReplayCommand(stored),
                  new ForgetCommand(stored),
                  new BackupCommand(stored))
              .execute(args);
    }
    System.exit(code);
  }

  private static Console console(Map<String, String> environment) {
    var out = utf8(FileDescriptor.out);
    var err = utf8(FileDescriptor.err);
    boolean terminal = onTerminal();
    return new Console(Screen.of(out, err, terminal, environment), terminal);
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
