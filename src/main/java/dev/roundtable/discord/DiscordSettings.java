package dev.roundtable.discord;

import dev.roundtable.safety.Secret;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The application in Discord. It is set up once its token can be read.
 *
 * @param guilds the ids of the servers that may use it
 * @param apiUrl the base of Discord's API, https or on this machine, with a slash at its end
 * @param userInstall whether members of those servers may take the bot along to other places
 * @param shards which shards this process holds, null for as many as Discord advises
 */
public record DiscordSettings(
    Secret token,
    Set<String> guilds,
    boolean userInstall,
    URI apiUrl,
    @Nullable ShardRange shards) {
  public static final URI API = URI.create("https://discord.com/api/v10/");

  public DiscordSettings {
    guilds = Set.copyOf(guilds);
  }
}
