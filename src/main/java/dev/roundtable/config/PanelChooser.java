package dev.roundtable.config;

import dev.roundtable.debate.Count;
import dev.roundtable.panelist.ProviderSettings;
import dev.roundtable.panelist.SeatSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Chooses the panel that is asked, by which seats can answer now. For one use. */
public final class PanelChooser {
  private final Configuration configuration;
  private final ServerProbe probe;
  private final Map<String, Boolean> probed = new HashMap<>();
  private final List<PanelChoice.Skipped> skipped = new ArrayList<>();

  public PanelChooser(Configuration configuration, ServerProbe probe) {
    this.configuration = configuration;
    this.probe = probe;
  }

  /**
   * The panel of that name. Without a name, the first panel that can reach its quorum.
   *
   * @param scriptedToo whether a scripted panel may be taken, as the last, when nobody named one. A
   *     chat platform says no
   */
  public PanelChoice choose(Optional<String> name, boolean scriptedToo) {
    return name.isPresent() ? named(name.get()) : first(scriptedToo);
  }

  private PanelChoice named(String name) {
    var panel = configuration.panel(name);
    if (panel.isEmpty()) {
      var names = configuration.panels().stream().map(ConfiguredPanel::name).toList();
      var near = Nearest.to(name, names);
      var why = new PanelChoice.Lack.NoSuchPanel(Shown.key(name), names, near);
      return new PanelChoice.None(why, List.of());
    }
    return look(panel.get(), "it was named")
        .orElseGet(() -> new PanelChoice.None(new PanelChoice.Lack.NoQuorum(name), skipped));
  }

  private PanelChoice first(boolean scriptedToo) {
    for (var panel : configuration.panels()) {
      if (panel instanceof ConfiguredPanel.OfModels) {
        var choice = look(panel, "it is the first that can reach its quorum");
        if (choice.isPresent()) {
          return choice.get();
        }
      }
    }
    return configuration.panels().stream()
        .filter(panel -> scriptedToo && panel instanceof ConfiguredPanel.Scripted)
        .findFirst()
        .flatMap(panel -> look(panel, "no panel of models can reach its quorum"))
        .orElseGet(() -> new PanelChoice.None(new PanelChoice.Lack.NoQuorumAnywhere(), skipped));
  }

  private Optional<PanelChoice> look(ConfiguredPanel panel, String reason) {
    return switch (panel) {
      case ConfiguredPanel.Scripted _ -> {
        var why = "Panel " + panel.name() + ", because " + reason + ": its words are scripted.";
        yield Optional.of(new PanelChoice.Chosen(panel, why, List.of(), skipped));
      }
      case ConfiguredPanel.OfModels(var settings) -> look(panel, settings.seats(), reason);
    };
  }

  private Optional<PanelChoice> look(
      ConfiguredPanel panel, List<SeatSettings> seats, String reason) {
    var missing = seats.stream().flatMap(seat -> missing(seat).stream()).toList();
    var usable = seats.size() - missing.size();
    if (!Count.isQuorum(usable, seats.size())) {
      skipped.add(new PanelChoice.Skipped(panel.name(), missing));
      return Optional.empty();
    }
    var why =
        "Panel %s, because %s: %d of %d seats are usable."
            .formatted(panel.name(), reason, usable, seats.size());
    return Optional.of(new PanelChoice.Chosen(panel, why, missing, skipped));
  }

  private Optional<PanelChoice.Missing> missing(SeatSettings seat) {
    var id = seat.model().provider();
    var provider = Objects.requireNonNull(configuration.providers().get(id), id);
    return remedy(provider).map(remedy -> new PanelChoice.Missing(seat.seat(), remedy));
  }

  private Optional<PanelChoice.Remedy> remedy(ProviderSettings provider) {
    if (provider.apiKey().isPresent()) {
      var key = provider.apiKey().get();
      return key.read().isPresent() ? Optional.empty() : Optional.of(remedy(key.origin()));
    }
    var there = probed.computeIfAbsent(provider.id(), _ -> probe.answers(provider.baseUrl()));
    return there
        ? Optional.empty()
        : Optional.of(new PanelChoice.Remedy.StartServer(provider.id(), provider.baseUrl()));
  }

  private static PanelChoice.Remedy remedy(String origin) {
    return origin.startsWith("$")
        ? new PanelChoice.Remedy.SetVariable(origin.substring(1))
        : new PanelChoice.Remedy.WriteKey(origin);
  }
}
