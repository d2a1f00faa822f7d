package dev.roundtable.cli;

import dev.roundtable.config.Configuration;
import dev.roundtable.config.ConfiguredPanel;
import dev.roundtable.debate.Count;
import dev.roundtable.panelist.ModelHttp;
import dev.roundtable.panelist.ModelMemory;
import dev.roundtable.panelist.PanelSettings;
import dev.roundtable.panelist.Probe;
import dev.roundtable.session.Timer;
import dev.roundtable.transcript.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks every configured seat for a word. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Makes a small call to each configured seat and prints what works and what does not."
            + " Without a panel it looks at Slack and Discord too.",
    footer = {
      "",
      "Exit codes: 0 every panel can reach its quorum, 1 one cannot, 2 the configuration is wrong."
    })
public final class CheckCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PANEL",
      arity = "0..*",
      description = "The panels to check; all of them if none is named.")
  private List<String> panels = new ArrayList<>();

  @Mixin private final ConfigSource source = new ConfigSource();

  @Spec private CommandSpec spec;

  private final Surroundings around;
  private final Timer timer;
  private final Words words;

  @SuppressWarnings("NullAway.Init")
  public CheckCommand(Surroundings around) {
    this.around = around;
    this.timer = around.timer();
    this.words = around.words();
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      return check(source.valid(around.environment()));
    } catch (BadInputException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return ExitCode.BAD_INPUT;
    }
  }

  private int check(Configuration configuration) throws BadInputException, InterruptedException {
    boolean quorum = true;
    Platform.leftOut(configuration.fixed(), words).forEach(this::print);
    try (var http = new ModelHttp()) {
      var memory = new ModelMemory(http, timer);
      var seating = new Seating(configuration, memory, timer, Duration.ZERO);
      for (var panel : chosen(configuration)) {
        quorum &= check(panel, seating);
      }
    }
    var slack = configuration.fixed().slack();
    if (panels.isEmpty() && slack.isPresent()) {
      new SlackCheck(words).look(slack.get(), configuration).forEach(this::print);
    }
    var discord = configuration.fixed().discord();
    if (panels.isEmpty() && discord.isPresent()) {
      print(new DiscordCheck(words).look(discord.get()));
    }
    return quorum ? ExitCode.OK : ExitCode.FAILED;
  }

  private List<ConfiguredPanel> chosen(Configuration configuration) throws BadInputException {
    var chosen = new ArrayList<ConfiguredPanel>();
    for (var name : panels) {
      var known = configuration.panels().stream().map(ConfiguredPanel::name).toList();
      chosen.add(
          configuration
              .panel(name)
              .orElseThrow(() ->
                  new BadInputException(
                      words.say("check.unknownPanel", name, String.join(", ", known)))));
    }
    return panels.isEmpty() ? configuration.panels() : chosen;
  }

  private boolean check(ConfiguredPanel panel, Seating seating) throws InterruptedException {
    return switch (panel) {
      case ConfiguredPanel.Scripted(var name, _) -> {
        print(words.say("check.scripted", name));
        yield true;
      }
      case ConfiguredPanel.OfModels(var settings) -> check(settings, seating.probe(settings));
    };
  }

  private boolean check(PanelSettings panel, List<Probe> probes) {
    long working = probes.stream().filter(Probe::works).count();
    boolean quorum = Count.isQuorum(working, probes.size());
    var says = words.say(quorum ? "check.quorum" : "check.noQuorum");
    print(words.say("check.panel", panel.name(), working, probes.size(), says));
    new ProbeTable(words).lines(probes).forEach(this::print);
    return quorum;
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
