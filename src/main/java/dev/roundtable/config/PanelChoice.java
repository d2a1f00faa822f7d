package dev.roundtable.config;

import dev.roundtable.debate.Seat;
import java.util.List;

/** Which panel is asked, and why that one. */
public sealed interface PanelChoice {
  /**
   * A seat that cannot be asked now.
   *
   * @param remedy what would make it usable, such as {@code set OPENROUTER_API_KEY}
   */
  record Missing(Seat seat, String remedy) {}

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

  /** No panel can be asked; a sentence says why. */
  record None(String why, List<Skipped> skipped) implements PanelChoice {
    public None {
      skipped = List.copyOf(skipped);
    }
  }
}
