package dev.roundtable.cli;

import dev.roundtable.config.Configuration;
import dev.roundtable.config.ConfiguredPanel;
import dev.roundtable.panelist.DemoPanel;
import dev.roundtable.panelist.ModelMemory;
import dev.roundtable.panelist.ModelTables;
import dev.roundtable.panelist.PanelSettings;
import dev.roundtable.panelist.Probe;
import dev.roundtable.panelist.Prompts;
import dev.roundtable.session.Table;
import dev.roundtable.session.Timer;
import java.time.Duration;
import java.util.List;

/** Sets the tables of one configuration. */
final class Seating {
  private final ModelTables models;
  private final Timer timer;
  private final Duration demoPace;

  /**
   * Prepares the seats.
   *
   * @param memory outlives this configuration
   * @param demoPace how long a scripted seat takes at most
   */
  Seating(Configuration configuration, ModelMemory memory, Timer timer, Duration demoPace) {
    var providers = List.copyOf(configuration.providers().values());
    this.models = new ModelTables(providers, prompts(configuration), memory);
    this.timer = timer;
    this.demoPace = demoPace;
  }

  // The configuration was found valid with the same check.
  private static Prompts prompts(Configuration configuration) {
    return switch (Prompts.parse(configuration.prompts())) {
      case Prompts.Parsed.Read(var prompts) -> prompts;
      case Prompts.Parsed.Rejected(var problems) ->
          throw new IllegalStateException(problems.toString());
    };
  }

  Table table(ConfiguredPanel panel) {
    return switch (panel) {
      case ConfiguredPanel.OfModels(var settings) -> models.table(settings);
      case ConfiguredPanel.Scripted(var name, _) -> DemoPanel.table(name, timer, demoPace);
    };
  }

  /** Makes a small call to each seat of the panel. */
  List<Probe> probe(PanelSettings panel) throws InterruptedException {
    return models.probe(panel);
  }
}
