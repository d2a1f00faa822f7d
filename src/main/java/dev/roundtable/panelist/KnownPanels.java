package dev.roundtable.panelist;

import dev.roundtable.session.Panels;
import dev.roundtable.session.Table;
import java.util.List;
import java.util.Optional;

/** Panels that are all known beforehand, in the order in which they are offered. */
public record KnownPanels(List<Table> tables) implements Panels {
  public KnownPanels {
    tables = List.copyOf(tables);
  }

  @Override
  public Optional<Table> find(String name) {
    return tables.stream().filter(table -> table.panel().name().equals(name)).findFirst();
  }

  @Override
  public List<String> names() {
    return tables.stream().map(table -> table.panel().name()).toList();
  }
}
