package dev.roundtable.cli;

import dev.roundtable.chat.PanelGuide;
import dev.roundtable.config.Configuration;
import dev.roundtable.config.ConfiguredPanel;
import dev.roundtable.config.PanelChoice;
import dev.roundtable.config.PanelChooser;
import dev.roundtable.config.ServerProbe;
import dev.roundtable.debate.Cost;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.panelist.Estimate;
import dev.roundtable.panelist.PanelSettings;
import dev.roundtable.panelist.SeatSettings;
import dev.roundtable.session.Panels;
import dev.roundtable.transcript.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a chat is told of the panels, from the configuration in force. */
final class ConfiguredPanels implements PanelGuide {
  private final Supplier<Configuration> configuration;
  private final Panels panels;
  private final ServerProbe probe;
  private final Words words;
  private final boolean scriptedToo;

  /**
   * A guide.
   *
   * @param scriptedToo whether the scripted panel is taken when nobody chose and no other can be
   */
  ConfiguredPanels(
      Supplier<Configuration> configuration,
      Panels panels,
      ServerProbe probe,
      Words words,
      boolean scriptedToo) {
    this.configuration = configuration;
    this.panels = panels;
    this.probe = probe;
    this.words = words;
    this.scriptedToo = scriptedToo;
  }

  @Override
  public PanelGuide in(Words others) {
    return new ConfiguredPanels(configuration, panels, probe, others, scriptedToo);
  }

  @Override
  public Pick pick(@Nullable String wanted) {
    var chooser = new PanelChooser(configuration.get(), probe);
    return switch (chooser.choose(Optional.ofNullable(wanted), scriptedToo)) {
      case PanelChoice.None none -> new Pick.None(new ChoiceReport(words).none(none));
      case PanelChoice.Chosen chosen -> {
        var panel = chosen.panel();
        int seats = panels.find(panel.name()).map(table -> table.panel().seats().size()).orElse(0);
        yield new Pick.Picked(panel.name(), panel.rules(), seats);
      }
    };
  }

  @Override
  public List<String> names() {
    return panels.names();
  }

  @Override
  public List<String> lines() {
    return configuration.get().panels().stream().map(this::line).toList();
  }

  private String line(ConfiguredPanel panel) {
    return switch (panel) {
      case ConfiguredPanel.Scripted(var name, _) -> words.say("panels.scripted", name);
      case ConfiguredPanel.OfModels(var settings) ->
          words.say("panels.line", settings.name(), words.list(vendors(settings)));
    };
  }

  // The seats by the host that reads what they are sent.
  private List<String> vendors(PanelSettings panel) {
    var seats = new LinkedHashMap<String, List<String>>();
    for (var seat : panel.seats()) {
      seats.computeIfAbsent(host(seat), _ -> new ArrayList<>()).add(seat.seat().name());
    }
    var lines = new ArrayList<String>();
    seats.forEach((host, names) -> lines.add(words.say("panels.vendor", host, words.list(names))));
    return lines;
  }

  private String host(SeatSettings seat) {
    var id = seat.model().provider();
    return Objects.requireNonNull(configuration.get().providers().get(id), id).baseUrl().getHost();
  }

  @Override
  public Outlay outlay(String panel, Question question, Rules rules) {
    var configured = configuration.get().panel(panel);
    if (configured.isPresent()
        && configured.get() instanceof ConfiguredPanel.OfModels(var settings)) {
      var calls = new Estimate(configuration.get().providers()).of(settings, question, rules);
      return new Outlay(vendors(settings), calls);
    }
    return new Outlay(List.of(words.say("panels.nobody")), Cost.NOTHING);
  }
}
