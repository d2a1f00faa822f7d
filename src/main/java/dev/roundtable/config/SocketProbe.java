package dev.roundtable.config;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/** Opens a connection and closes it again. */
public final class SocketProbe implements Probe {
  private static final Duration PATIENCE = Duration.ofMillis(300);

  @Override
  public boolean answers(URI baseUrl) {
    var port = baseUrl.getPort();
    if (port < 0) {
      port = baseUrl.getScheme().equals("https") ? 443 : 80;
    }
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(baseUrl.getHost(), port), Math.toIntExact(PATIENCE.toMillis()));
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
