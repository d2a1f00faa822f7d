package dev.roundtable.discord;

import dev.roundtable.chat.Memo;
import dev.roundtable.session.Backoff;
import dev.roundtable.session.StoreException;
import dev.roundtable.session.Timer;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Tells Discord which commands there are. Discord takes 200 new ones a day; so they are sent only
 * when they have changed.
 */
final class CommandRegistration {
  private static final Logger LOG = LoggerFactory.getLogger(CommandRegistration.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final String COMMANDS = "discord.commands";

  private final boolean userInstall;
  private final DiscordRest rest;
  private final Memo memo;
  private final Timer timer;

  CommandRegistration(boolean userInstall, DiscordRest rest, Memo memo, Timer timer) {
    this.userInstall = userInstall;
    this.rest = rest;
    this.memo = memo;
    this.timer = timer;
  }

  /**
   * Tries until they are taken, on a thread of its own: of a line that ends meanwhile, JDA answers
   * no call any more. Without its commands nobody can ask anything.
   *
   * @param stands whether the line is still there
   */
  void begin(String application, BooleanSupplier stands) {
    Thread.ofVirtual().name("discord-commands").start(() -> register(application, stands));
  }

  private void register(String application, BooleanSupplier stands) {
    var pauses = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
    try (var _ = MDC.putCloseable("platform", Places.PLATFORM)) {
      while (stands.getAsBoolean() && !isRegistered(application)) {
        timer.pause(pauses.next());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isRegistered(String application) {
    var hash = application + " " + DiscordCommands.hash(userInstall);
    try {
      if (memo.read(COMMANDS).filter(hash::equals).isPresent()) {
        return true;
      }
      var route = Route.Interactions.UPDATE_COMMANDS.compile(application);
      var body = DataArray.fromCollection(DiscordCommands.all(userInstall)).toString();
      return isTaken(rest.put(route, body), hash);
    } catch (StoreException e) {
      LOG.warn("it is not known whether the commands are registered: {}", e.sentence());
      return false;
    }
  }

  private boolean isTaken(RestReply reply, String hash) {
    return switch (reply) {
      case RestReply.Given _ -> {
        memo.write(COMMANDS, hash);
        yield true;
      }
      case RestReply.Denied(var code, var meaning) -> {
        LOG.error("Discord refused the commands: {} {}", code, meaning);
        yield true;
      }
      case RestReply.NotNow(_, var reason) -> later(reason);
      case RestReply.Lost(var reason) -> later(reason);
    };
  }

  private static boolean later(String reason) {
    LOG.warn("the commands are not registered yet: {}", reason);
    return false;
  }
}
