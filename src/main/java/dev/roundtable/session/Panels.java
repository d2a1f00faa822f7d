package dev.roundtable.session;

import java.util.List;
import java.util.Optional;

/** The panels that can be asked. */
public interface Panels {
  /** The table of that name as it is set now, nothing if there is none. */
  Optional<Table> find(String name);

  List<String> names();
}
