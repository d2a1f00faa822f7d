package dev.roundtable.config;

import dev.roundtable.debate.Seat;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Which panel is asked, and why that one. */
public sealed interface PanelChoice {
  /**
   * A seat that cannot be asked now.
   *
   * @param remedy what would make it usable
   */
  record Missing(Seat seat, Remedy remedy) {}

  /** What somebody can do about it. */
  sealed interface Remedy {
    record SetVariable(String name) implements Remedy {}

    record WriteKey(String file) implements Remedy {}

    record StartServer(String provider, URI at) implements Remedy {}
  }

  /** A panel that was passed over, and the seats that it lacks. */
  record Skipped(String panel, List<Missing> missing) {
    public Skipped {
      missing = List.copyOf(missing);
    }
  }

  /**
   * This panel is asked.
   *
   * @param why a sentence
   * @param missing its seats that cannot be asked now
   * @param skipped the panels that would have been preferred
   */
  record Chosen(ConfiguredPanel panel, String why, List<Missing> missing, List<Skipped> skipped)
      implements PanelChoice {
    public Chosen {
      missing = List.copyOf(missing);
      skipped = List.copyOf(skipped);
    }
  }

  /** No panel can be asked. */
  record None(Lack why, List<Skipped> skipped) implements PanelChoice {
    public None {
      skipped = List.copyOf(skipped);
    }
  }

  /** Why none can be. */
  sealed interface Lack {
    /**
     * There is none of that name.
     *
     * @param near the name that may have been meant
     */
    record NoSuchPanel(String name, List<String> names, Optional<String> near) implements Lack {
      public NoSuchPanel {
        names = List.copyOf(names);
      }
    }

    record NoQuorum(String panel) implements Lack {}

    record NoQuorumAnywhere() implements Lack {}
  }
}
