package dev.roundtable.cli;

import dev.roundtable.config.Configuration;
import dev.roundtable.config.ConfiguredPanel;
import dev.roundtable.debate.Cost;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.limits.Outlook;
import dev.roundtable.panelist.Estimate;
import java.util.List;
import java.util.function.Supplier;

/** What a round will cost by the configuration in force. */
final class ConfiguredOutlook implements Outlook {
  private final Supplier<Configuration> configuration;

  ConfiguredOutlook(Supplier<Configuration> configuration) {
    this.configuration = configuration;
  }

  @Override
  public List<Cost> round(DebateEvent.Opened opened, int number) {
    var now = configuration.get();
    return now.panel(opened.panel().name())
        .filter(ConfiguredPanel.OfModels.class::isInstance)
        .map(ConfiguredPanel.OfModels.class::cast)
        .map(panel ->
            new Estimate(now.providers()).ofRound(panel.settings(), opened.question(), number))
        .orElse(List.of());
  }
}
