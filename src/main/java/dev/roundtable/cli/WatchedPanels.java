package dev.roundtable.cli;

import dev.roundtable.config.Configuration;
import dev.roundtable.config.ConfiguredPanel;
import dev.roundtable.session.Panels;
import dev.roundtable.session.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The panels of a configuration that may change. Whoever asks gets a table as it is set then, and
 * keeps it: a debate in progress is not touched by a change.
 */
final class WatchedPanels implements Panels {
  private record Seated(Configuration configuration, Seating seating) {}

  private final Supplier<Configuration> configuration;
  private final Function<Configuration, Seating> seats;
  private @Nullable Seated current;

  WatchedPanels(Supplier<Configuration> configuration, Function<Configuration, Seating> seats) {
    this.configuration = configuration;
    this.seats = seats;
  }

  @Override
  public Optional<Table> find(String name) {
    var seated = seated();
    return seated.configuration().panel(name).map(seated.seating()::table);
  }

  @Override
  public List<String> names() {
    return seated().configuration().panels().stream().map(ConfiguredPanel::name).toList();
  }

  private synchronized Seated seated() {
    var wanted = configuration.get();
    if (current == null || !current.configuration().equals(wanted)) {
      current = new Seated(wanted, seats.apply(wanted));
    }
    return current;
  }
}
