package dev.roundtable.config;

import dev.roundtable.debate.Rules;
import dev.roundtable.panelist.PanelSettings;

/** A panel that can be asked. */
public sealed interface ConfiguredPanel {
  String name();

  Rules rules();

  /** Models sit on its seats. */
  record OfModels(PanelSettings settings) implements ConfiguredPanel {
    @Override
    public String name() {
      return settings.name();
    }

    @Override
    public Rules rules() {
      return settings.rules();
    }
  }

  /** Its words were written beforehand. */
  record Scripted(String name, Rules rules) implements ConfiguredPanel {}
}
