package dev.roundtable.discord;

import dev.roundtable.safety.Secret;
import java.util.Set;

/**
 * The application in Discord. It is set up once its token can be read.
 *
 * @param guilds the ids of the servers that may use it
 */
public record DiscordSettings(Secret token, Set<String> guilds) {
  public DiscordSettings {
    guilds = Set.copyOf(guilds);
  }
}
