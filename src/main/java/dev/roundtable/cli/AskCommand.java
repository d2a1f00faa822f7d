package dev.roundtable.cli;

import dev.roundtable.config.Configuration;
import dev.roundtable.config.ConfiguredPanel;
import dev.roundtable.config.PanelChoice;
import dev.roundtable.config.PanelChooser;
import dev.roundtable.config.SocketProbe;
import dev.roundtable.debate.InvalidRequestException;
import dev.roundtable.debate.Rules;
import dev.roundtable.panelist.KnownPanels;
import dev.roundtable.panelist.ModelHttp;
import dev.roundtable.panelist.ModelMemory;
import dev.roundtable.panelist.ScriptException;
import dev.roundtable.panelist.ScriptedPanel;
import dev.roundtable.session.Table;
import dev.roundtable.terminal.Conversation;
import dev.roundtable.terminal.LiveProgress;
import dev.roundtable.terminal.Screen;
import dev.roundtable.transcript.Phrases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs one debate in the terminal. */
@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    description = "Runs one debate in the terminal and prints its transcript.",
    footer = {
      "",
      "Exit codes:",
      "  0    there is a verdict",
      "  2    something that was typed cannot be used",
      "  3    too few seats answered for a verdict",
      "  1    the transcript could not be written",
      "  130, 143  stopped by Ctrl-C or a signal; what stands is printed",
      "",
      "Examples:",
      "  roundtable ask \"Should we rewrite it?\" --options \"Yes | No | Later\"",
      "  roundtable ask \"How should we name it?\" --format markdown > answer.md"
    })
public final class AskCommand implements Callable<Integer> {
  private static final Duration DEMO_PACE = Duration.ofMillis(1500);

  @Parameters(
      paramLabel = "QUESTION",
      arity = "0..*",
      description = "What to ask, up to 4,000 characters.")
  private List<String> question = new ArrayList<>();

  @Option(
      names = "--options",
      paramLabel = "\"A | B\"",
      description = "2 to 10 answers to vote on; without them the ballot follows the question.")
  private @Nullable String options;

  @Option(
      names = "--panel",
      paramLabel = "NAME",
      description = "Who is asked; without it the first panel that can reach its quorum.")
  private @Nullable String panel;

  @Option(
      names = "--mode",
      defaultValue = "auto",
      description =
          "auto: as the question asks; debate: a vote, on yes or no if there are no options;"
              + " poll: one blind round; open: the panel says what the options are.")
  private String mode = "auto";

  @Option(names = "--rounds", description = "The last round before the verdict, 1 to 5.")
  private @Nullable String rounds;

  @Option(
      names = "--context",
      paramLabel = "FILE",
      description = "A text that the panel reads with the question.")
  private @Nullable Path context;

  @Option(
      names = "--follow-up",
      paramLabel = "TEXT",
      description = "Adds an argument after the verdict and runs another round; may be repeated.")
  private List<String> followUps = new ArrayList<>();

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "text, markdown, json, html or png; progress goes to standard error.")
  private String format = "text";

  @Option(
      names = "--seed",
      description = "Makes all drawing of lots repeatable: the same seed, the same transcript.")
  private @Nullable String seed;

  @Option(
      names = "--script",
      paramLabel = "FILE",
      description =
          "Plays a panel from a YAML or JSON script, or from a debate exported with --format json.")
  private @Nullable Path script;

  @Mixin private final ConfigSource source = new ConfigSource();

  private final Surroundings around;
  private final Phrases phrases;

  public AskCommand(Surroundings around) {
    this.around = around;
    this.phrases = new Phrases(around.words());
  }

  @Override
  public Integer call() throws InterruptedException {
    var screen = around.console().screen();
    try {
      return run(new AskRequest(phrases), screen);
    } catch (BadInputException e) {
      screen.live().println(e.getMessage());
      return ExitCode.BAD_INPUT;
    }
  }

  private int run(AskRequest request, Screen screen)
      throws BadInputException, InterruptedException {
    var asked = request.question(question, options, context);
    var wanted = request.rounds(rounds);
    var rules = request.rules(asked, Rules.DEFAULT, mode, wanted);
    var written = request.format(format);
    var added = request.followUps(followUps);
    var random = request.seed(seed).map(Random::new).orElseGet(Random::new);
    var page = new DebatePage(screen, phrases, written);
    if (script != null) {
      // No model reads what is asked then.
      var conversation = seat(scripted(request, script), screen, random, false);
      return dialogue(conversation, page).run(asked, rules, added);
    }
    var configuration = source.valid(around.environment());
    try (var http = new ModelHttp()) {
      http.warmUpAside(around.timer());
      var chosen = choose(configuration, screen);
      var pace = around.console().interactive() ? DEMO_PACE : Duration.ZERO;
      var memory = new ModelMemory(http, around.timer());
      var seating = new Seating(configuration, memory, around.timer(), pace);
      var own = request.rules(asked, chosen.rules(), mode, wanted);
      var table = seating.table(chosen);
      boolean refuses = configuration.limits().refuseCredentials();
      var conversation = seat(table, screen, random, refuses);
      return dialogue(conversation, page).run(asked, own, added);
    }
  }

  private Dialogue dialogue(Conversation conversation, DebatePage page) {
    return new Dialogue(around.console(), phrases, conversation, page);
  }

  private Conversation seat(Table table, Screen screen, Random random, boolean refusesCredentials) {
    var progress = new LiveProgress(screen, phrases);
    var panels = new KnownPanels(List.of(table));
    var desk = Desk.open(panels, around.timer(), progress, random, refusesCredentials);
    return new Conversation(desk.requests(), desk.sessions(), table, around.person());
  }

  private ConfiguredPanel choose(Configuration configuration, Screen screen)
      throws BadInputException {
    var chooser = new PanelChooser(configuration, new SocketProbe());
    var report = new ChoiceReport(around.words());
    return switch (chooser.choose(Optional.ofNullable(panel), true)) {
      case PanelChoice.Chosen chosen -> {
        screen.live().print(report.chosen(chosen, screen.width()));
        yield chosen.panel();
      }
      case PanelChoice.None none -> throw new BadInputException(report.none(none));
    };
  }

  private Table scripted(AskRequest request, Path file) throws BadInputException {
    if (panel != null) {
      throw new BadInputException(phrases.words().say("script.andPanel"));
    }
    try {
      return ScriptedPanel.table(request.read(file, "script.unreadable"), around.timer());
    } catch (ScriptException e) {
      throw new BadInputException(phrases.words().say("script.unreadable", file, e.reason()));
    } catch (InvalidRequestException e) {
      throw new BadInputException(phrases.problem(e.problem()));
    }
  }
}
