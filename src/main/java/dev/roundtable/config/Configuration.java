package dev.roundtable.config;

import dev.roundtable.chat.ChatSettings;
import dev.roundtable.chat.Moderators;
import dev.roundtable.discord.DiscordSettings;
import dev.roundtable.limits.AccessSettings;
import dev.roundtable.limits.LimitSettings;
import dev.roundtable.panelist.ProviderSettings;
import dev.roundtable.session.SessionSettings;
import dev.roundtable.slack.SlackSettings;
import dev.roundtable.web.WebSettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is configured, by the part that it is for. Main hands each part its own piece.
 *
 * @param panels in the order in which they are preferred
 * @param prompts texts by name, which is their file's without {@code .md}
 */
public record Configuration(
    Map<String, ProviderSettings> providers,
    List<ConfiguredPanel> panels,
    Map<String, String> prompts,
    LimitSettings limits,
    AccessSettings access,
    Fixed fixed) {

  /** What is read once, at the start. */
  public record Fixed(
      StoreSettings store,
      ChatSettings chat,
      Moderators moderators,
      SessionSettings session,
      Optional<SlackSettings> slack,
      Optional<DiscordSettings> discord,
      Optional<WebSettings> web) {}

  public Configuration {
    providers = Collections.unmodifiableMap(new LinkedHashMap<>(providers));
    panels = List.copyOf(panels);
    prompts = Map.copyOf(prompts);
  }

  public Optional<ConfiguredPanel> panel(String name) {
    return panels.stream().filter(panel -> panel.name().equals(name)).findFirst();
  }
}
