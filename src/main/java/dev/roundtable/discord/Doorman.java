package dev.roundtable.discord;

import dev.roundtable.session.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.requests.Route;

/** Knows which servers may use the bot, and whose members may use it in private. */
final class Doorman {
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final int REMEMBERED = 1000;

  private record Known(String guild, Instant at) {}

  private final Set<String> guilds;
  private final boolean travels;
  private final DiscordRest rest;
  private final Timer timer;
  private final Map<String, Known> members =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
              return size() > REMEMBERED;
            }
          });

  Doorman(DiscordSettings settings, DiscordRest rest, Timer timer) {
    this.guilds = settings.guilds();
    this.travels = settings.userInstall();
    this.rest = rest;
    this.timer = timer;
  }

  boolean knows(String guild) {
    return guilds.contains(guild);
  }

  /** Whether members may take the bot along to where it is no member. */
  boolean travels() {
    return travels;
  }

  /** The first of the servers that the person is a member of. */
  Optional<String> guildOf(String person) {
    var known = members.get(person);
    if (known != null && known.at().plus(KEPT).isAfter(timer.now())) {
      return Optional.of(known.guild());
    }
    var found = ordered().stream().filter(guild -> isMember(guild, person)).findFirst();
    found.ifPresent(guild -> members.put(person, new Known(guild, timer.now())));
    return found;
  }

  private List<String> ordered() {
    return guilds.stream().sorted().toList();
  }

  private boolean isMember(String guild, String person) {
    var route = Route.Guilds.GET_MEMBER.compile(guild, person);
    return rest.call(guild, route) instanceof RestReply.Given;
  }
}
