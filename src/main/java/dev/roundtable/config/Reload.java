package dev.roundtable.config;

import dev.roundtable.chat.ChatSettings;
import dev.roundtable.panelist.ProviderSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a changed configuration while the program runs.
 *
 * @param next what runs from now on
 * @param needsRestart the groups that changed and stay as they were until a restart
 */
record Reload(Configuration next, List<String> needsRestart) {
  static Reload of(Configuration running, Configuration loaded) {
    var needsRestart = new ArrayList<String>();
    var providers = providers(running.providers(), loaded.providers(), needsRestart);
    fixed(running.fixed(), loaded.fixed(), needsRestart);
    var panels = loaded.panels();
    if (!fit(loaded, providers, running.fixed().chat()) && !panels.equals(running.panels())) {
      needsRestart.add("panels");
      panels = running.panels();
    }
    var next =
        new Configuration(
            providers, panels, loaded.prompts(), loaded.limits(), loaded.access(), running.fixed());
    return new Reload(next, List.copyOf(needsRestart));
  }

  // Whether the new panels get along with what stays as it is until the restart.
  private static boolean fit(
      Configuration loaded, Map<String, ProviderSettings> providers, ChatSettings chat) {
    return providers.keySet().containsAll(loaded.providers().keySet())
        && chat.panel().map(name -> loaded.panel(name).isPresent()).orElse(true);
  }

  private static Map<String, ProviderSettings> providers(
      Map<String, ProviderSettings> running,
      Map<String, ProviderSettings> loaded,
      List<String> needsRestart) {
    var next = new LinkedHashMap<String, ProviderSettings>();
    running.forEach((id, old) -> next.put(id, rekeyed(old, loaded.getOrDefault(id, old))));
    loaded.forEach((id, wanted) -> note("providers." + id, next.get(id), wanted, needsRestart));
    running.keySet().stream()
        .filter(id -> !loaded.containsKey(id))
        .forEach(id -> needsRestart.add("providers." + id));
    return next;
  }

  // A row that changed otherwise too keeps its old key: the new one must not go to the old address.
  private static ProviderSettings rekeyed(ProviderSettings old, ProviderSettings wanted) {
    var onlyRekeyed =
        new ProviderSettings(
            old.id(),
            old.codec(),
            old.baseUrl(),
            wanted.apiKey(),
            old.allowPrivate(),
            old.maxCalls());
    return onlyRekeyed.equals(wanted) ? wanted : old;
  }

  private static void fixed(
      Configuration.Fixed old, Configuration.Fixed wanted, List<String> needsRestart) {
    note("store", old.store(), wanted.store(), needsRestart);
    var oldChat = List.of(old.chat(), old.moderators(), old.session());
    var wantedChat = List.of(wanted.chat(), wanted.moderators(), wanted.session());
    note("chat", oldChat, wantedChat, needsRestart);
    note("slack", old.slack(), wanted.slack(), needsRestart);
    note("discord", old.discord(), wanted.discord(), needsRestart);
    note("web", old.web(), wanted.web(), needsRestart);
  }

  private static void note(
      String group, @Nullable Object old, Object wanted, List<String> needsRestart) {
    if (!wanted.equals(old)) {
      needsRestart.add(group);
    }
  }
}
