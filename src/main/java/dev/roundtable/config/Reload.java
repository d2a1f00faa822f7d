package dev.roundtable.config;

import dev.roundtable.panelist.ProviderSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/**
 * What becomes of a changed configuration while the program runs.
 *
 * @param next what runs from now on
 * @param needsRestart the groups that changed and stay as they were until a restart
 */
record Reload(Configuration next, List<String> needsRestart) {
  static Reload of(Configuration running, Configuration loaded) {
    var needsRestart = new ArrayList<String>();
    var providers = new LinkedHashMap<String, ProviderSettings>();
    running.providers().forEach((id, old) -> providers.put(id, rekeyed(old, loaded)));
    loaded
        .providers()
        .forEach((id, wanted) -> {
          if (!wanted.equals(providers.get(id))) {
            needsRestart.add("providers." + id);
          }
        });
    running.providers().keySet().stream()
        .filter(id -> !loaded.providers().containsKey(id))
        .forEach(id -> needsRestart.add("providers." + id));
    fixed(running.fixed(), loaded.fixed(), needsRestart);
    // A seat of a provider that does not run yet would fail in every debate.
    var seated = providers.keySet().containsAll(loaded.providers().keySet());
    if (!seated && !running.panels().equals(loaded.panels())) {
      needsRestart.add("panels");
    }
    var panels = seated ? loaded.panels() : running.panels();
    return new Reload(
        new Configuration(providers, panels, loaded.prompts(), loaded.limits(), running.fixed()),
        List.copyOf(needsRestart));
  }

  // Only the key of a provider that runs can be exchanged.
  private static ProviderSettings rekeyed(ProviderSettings old, Configuration loaded) {
    var wanted = loaded.providers().get(old.id());
    return wanted == null
        ? old
        : new ProviderSettings(
            old.id(),
            old.codec(),
            old.baseUrl(),
            wanted.apiKey(),
            old.allowPrivate(),
            old.maxCalls());
  }

  private static void fixed(
      Configuration.Fixed old, Configuration.Fixed wanted, List<String> needsRestart) {
    note("store", old.store(), wanted.store(), needsRestart);
    note(
        "chat",
        List.of(old.chat(), old.session()),
        List.of(wanted.chat(), wanted.session()),
        needsRestart);
    note("slack", old.slack(), wanted.slack(), needsRestart);
    note("discord", old.discord(), wanted.discord(), needsRestart);
    note("web", old.web(), wanted.web(), needsRestart);
  }

  private static void note(String group, Object old, Object wanted, List<String> needsRestart) {
    if (!Objects.equals(old, wanted)) {
      needsRestart.add(group);
    }
  }
}
