package dev.roundtable.panelist;

import dev.roundtable.debate.Panel;
import dev.roundtable.debate.SeatId;
import dev.roundtable.session.Chair;
import dev.roundtable.session.Panelist;
import dev.roundtable.session.Table;
import dev.roundtable.session.Timer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Seats models at tables, as one configuration sets them. What is learnt about a model holds for
 * all tables it sits at, and outlives them in the {@link ModelMemory}.
 */
public final class ModelTables {
  private final Prompts prompts;
  private final ModelMemory memory;
  private final Map<String, Provider> providers;
  private final Map<ModelSettings, Model> models = new ConcurrentHashMap<>();

  /** For one configuration that is never changed. */
  public ModelTables(
      List<ProviderSettings> providers, Prompts prompts, ModelHttp http, Timer timer) {
    this(providers, prompts, new ModelMemory(http, timer));
  }

  /** For a configuration that may take the place of another with the same memory. */
  public ModelTables(List<ProviderSettings> providers, Prompts prompts, ModelMemory memory) {
    this.prompts = prompts;
    this.memory = memory;
    var byId = new HashMap<String, Provider>();
    providers.forEach(settings -> byId.put(settings.id(), memory.provider(settings)));
    this.providers = Map.copyOf(byId);
  }

  /** The table as it is set; every provider it names must be known. */
  public Table table(PanelSettings settings) {
    var seats = settings.seats().stream().map(SeatSettings::seat).toList();
    var panel = new Panel(settings.name(), seats, !settings.chairs().isEmpty(), false);
    var panelists = new LinkedHashMap<SeatId, Panelist>();
    for (var seat : settings.seats()) {
      var patience = settings.rules().timeout(seat.seat());
      panelists.put(seat.seat().id(), new ModelPanelist(model(seat.model()), prompts, patience));
    }
    return new Table(panel, panelists, chair(settings));
  }

  private Optional<Chair> chair(PanelSettings settings) {
    if (settings.chairs().isEmpty()) {
      return Optional.empty();
    }
    var chairs = settings.chairs().stream().map(this::model).toList();
    return Optional.of(new ModelChair(chairs, prompts, settings.rules().seatTimeout()));
  }

  /** Asks the model of each seat for a word, all at once, whether they are benched or not. */
  public List<Probe> probe(PanelSettings settings) throws InterruptedException {
    var calls = settings.seats().stream().map(seat -> call(seat, settings)).toList();
    var probes = new ArrayList<Probe>();
    try {
      for (var call : calls) {
        call.thread().join();
        probes.add(call.probe().orElseThrow());
      }
    } finally {
      calls.forEach(call -> call.thread().interrupt());
    }
    return probes;
  }

  private ProbeCall call(SeatSettings seat, PanelSettings settings) {
    return ProbeCall.start(seat, model(seat.model()), settings.rules().timeout(seat.seat()));
  }

  private Model model(ModelSettings settings) {
    return models.computeIfAbsent(
        settings,
        wanted -> {
          var provider = providers.get(wanted.provider());
          if (provider == null) {
            throw new IllegalArgumentException("no provider " + wanted.provider());
          }
          return memory.model(provider, wanted);
        });
  }
}
