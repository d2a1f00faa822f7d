package dev.roundtable.slack;

import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import dev.roundtable.safety.Redaction;
import dev.roundtable.safety.Secret;
import dev.roundtable.session.Timer;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Socket Mode: the bot calls Slack, and needs no address of its own. */
final class SlackSocket implements SlackLink {
  private static final Logger LOG = LoggerFactory.getLogger(SlackSocket.class);
  private static final int LISTENERS = 10;
  private static final Duration LOOK = Duration.ofSeconds(10);
  // Its own reconnecting takes up to eight seconds.
  private static final int LOOKS_WITHOUT_SOCKET = 6;

  private final Secret appToken;
  private final SlackListeners listeners;
  private final Timer timer;

  SlackSocket(Secret appToken, SlackListeners listeners, Timer timer) {
    this.appToken = appToken;
    this.listeners = listeners;
    this.timer = timer;
  }

  @Override
  public Optional<String> missing() {
    return appToken.read().isPresent()
        ? Optional.empty()
        : Optional.of("There is no Slack app token in " + appToken.origin() + ".");
  }

  // Bolt and what it starts throw whatever they like.
  @Override
  public boolean hold(Consumer<@Nullable String> trouble) throws InterruptedException {
    SocketModeApp socket = null;
    try {
      socket = socket(appToken.read().orElseThrow());
      socket.startAsync();
      trouble.accept(null);
      watch(socket.getClient(), trouble);
      return true;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      trouble.accept("Slack’s socket could not be opened: " + reason(e));
      return false;
    } finally {
      end(socket);
    }
  }

  private static String reason(Exception e) {
    var message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return Redaction.redact(message).lines().findFirst().orElse("") + ".";
  }

  private SocketModeApp socket(String token) throws IOException {
    var backend = SocketModeClient.Backend.JavaWebSocket;
    return new SocketModeApp(token, listeners.app(LISTENERS), backend, LISTENERS);
  }

  // Bolt reconnects by itself; only when it cannot for long is the connection made anew.
  private void watch(SocketModeClient client, Consumer<@Nullable String> trouble)
      throws InterruptedException {
    int without = 0;
    while (without < LOOKS_WITHOUT_SOCKET) {
      timer.pause(LOOK);
      without = client.verifyConnection() ? 0 : without + 1;
      trouble.accept(without < 2 ? null : "Slack’s socket is gone; it is being opened again.");
    }
  }

  private static void end(@Nullable SocketModeApp socket) {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (Exception e) {
      LOG.info("Slack’s socket ended with {}", reason(e));
    }
  }
}
