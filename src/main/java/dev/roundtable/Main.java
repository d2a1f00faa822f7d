package dev.roundtable;

import dev.roundtable.cli.AskCommand;
import dev.roundtable.cli.BackupCommand;
import dev.roundtable.cli.CheckCommand;
import dev.roundtable.cli.ConfigCommand;
import dev.roundtable.cli.ExportCommand;
import dev.roundtable.cli.ForgetCommand;
import dev.roundtable.cli.HeadStart;
import dev.roundtable.cli.HistoryCommand;
import dev.roundtable.cli.LogStream;
import dev.roundtable.cli.ReplayCommand;
import dev.roundtable.cli.RoundtableCommand;
import dev.roundtable.cli.ServeCommand;
import dev.roundtable.cli.ServeOrder;
import dev.roundtable.cli.Serving;
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
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Puts the parts together and runs the command that was asked for. */
public final class Main {
  private static final int BROKEN = 1;

  private Main() {}

  /** Exits with the command's code. */
  public static void main(String[] args) throws IOException, InterruptedException {
    System.setErr(new LogStream(System.err));
    int code;
    var head = new HeadStart();
    var serve = ServeOrder.plain(args);
    if (serve.isPresent()) {
      head.begin();
    }
    var environment = System.getenv();
    try (var console = console(environment)) {
      var person = new Person("terminal", System.getProperty("user.name"));
      var words = Words.in(Locale.ENGLISH);
      var around = new Surroundings(environment, new SystemTimer(), console, person, words);
      code = serve.isPresent() ? serve(serve.get(), around, head) : command(args, around, head);
    }
    System.exit(code);
  }

  private static int serve(ServeOrder order, Surroundings around, HeadStart head)
      throws InterruptedException {
    try {
      return new Serving(around, head, writer(System.out), writer(System.err)).run(order);
    } catch (RuntimeException e) {
      // What is left running must not keep the process.
      LoggerFactory.getLogger(Main.class).error("the bot broke", e);
      return BROKEN;
    }
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  private static int command(String[] args, Surroundings around, HeadStart head) {
    return RoundtableCommand.commandLine(asked(args, commands(around, head))).execute(args);
  }

  private static Map<String, Supplier<Object>> commands(Surroundings around, HeadStart head) {
    var stored = new StoredDebates(around);
    var commands = new LinkedHashMap<String, Supplier<Object>>();
    commands.put("ask", () -> new AskCommand(around));
    commands.put(ServeOrder.COMMAND, () -> new ServeCommand(around, head));
    commands.put("check", () -> new CheckCommand(around));
    commands.put("config", () -> new ConfigCommand(around.environment()));
    commands.put("history", () -> new HistoryCommand(stored, ZoneId.systemDefault()));
    commands.put("show", () -> new ShowCommand(stored));
    commands.put("export", () -> new ExportCommand(stored));
    commands.put("replay", () -> new ReplayCommand(stored));
    commands.put("forget", () -> new ForgetCommand(stored));
    commands.put("backup", () -> new BackupCommand(stored));
    return commands;
  }

  // Reading the annotations of a command takes time: those that were not asked for are left out.
  private static Object[] asked(String[] args, Map<String, Supplier<Object>> commands) {
    var one = args.length == 0 ? null : commands.get(args[0]);
    return (one == null ? commands.values().stream() : Stream.of(one)).map(Supplier::get).toArray();
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
