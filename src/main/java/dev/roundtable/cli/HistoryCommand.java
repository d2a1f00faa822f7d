package dev.roundtable.cli;

import dev.roundtable.archive.DebateRecords;
import dev.roundtable.archive.DebateStore;
import dev.roundtable.debate.Debate;
import dev.roundtable.export.TextExport;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.session.Entry;
import dev.roundtable.terminal.Screen;
import dev.roundtable.transcript.Headlines;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the debates that are stored, the latest first. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = "Lists stored debates, the latest first.")
public final class HistoryCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  @Option(
      names = "--search",
      paramLabel = "TEXT",
      description = "Only debates whose question or options contain this.")
  private String search = "";

  @Option(
      names = "--channel",
      paramLabel = "ID",
      description = "Only debates of the channel that the platform calls so.")
  private String channel = "";

  @Option(names = "--limit", paramLabel = "N", description = "How many at most; else 20.")
  private int limit = 20;

  @Mixin private final ConfigSource source = new ConfigSource();

  private final StoredDebates stored;
  private final ZoneId zone;

  /** Prints times of that zone. */
  public HistoryCommand(StoredDebates stored, ZoneId zone) {
    this.stored = stored;
    this.zone = zone;
  }

  @Override
  public Integer call() {
    return stored.run(source, this::list);
  }

  private int list(DebateStore store, Screen screen) throws BadInputException {
    if (limit < 1) {
      throw new BadInputException(stored.words().say("store.limit", limit));
    }
    var found = store.records().latest(new DebateRecords.Search(search, channel, limit));
    if (found.isEmpty()) {
      screen.live().println(stored.words().say("store.none"));
    }
    for (var listed : found) {
      var events = store.archive().read(listed.debate()).stream().map(Entry::event).toList();
      // One that was forgotten while the list was made.
      if (!events.isEmpty()) {
        print(listed, Debate.of(events), screen);
      }
    }
    return ExitCode.OK;
  }

  private void print(DebateRecords.Listed listed, Debate debate, Screen screen) {
    var time = TIME.format(listed.opened().atZone(zone));
    var first = listed.debate() + "  " + time + "  " + VisibleText.line(debate.question().text());
    screen.out().println(TextExport.firstColumns(first, screen.width()));
    debate
        .lastRuling()
        .map(ruling -> "    " + Headlines.of(debate, ruling, stored.phrases()))
        .ifPresent(line -> screen.out().println(TextExport.firstColumns(line, screen.width())));
  }
}
