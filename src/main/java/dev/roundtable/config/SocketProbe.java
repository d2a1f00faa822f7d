package dev.roundtable.config;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens a connection and closes it again, within 300 ms in all. */
public final class SocketProbe implements ServerProbe {
  private static final Duration PATIENCE = Duration.ofMillis(300);

  // A thread of its own, because looking a host name up obeys no time-out.
  @Override
  public boolean answers(URI baseUrl) {
    var connecting = new FutureTask<>(() -> connects(baseUrl));
    Thread.ofVirtual().name("probe").start(connecting);
    try {
      return connecting.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot probe " + baseUrl, e.getCause());
    }
  }

  private static boolean connects(URI baseUrl) {
    var byScheme = baseUrl.getScheme().equals("https") ? 443 : 80;
    var port = baseUrl.getPort() < 0 ? byScheme : baseUrl.getPort();
    try (var socket = new Socket()) {
      var address = new InetSocketAddress(baseUrl.getHost(), port);
      socket.connect(address, Math.toIntExact(PATIENCE.toMillis()));
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
