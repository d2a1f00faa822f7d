package dev.roundtable.panelist;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;

/** A server that hangs up on everybody before a request is whole. */
final class HangUp implements AutoCloseable {
  private final ServerSocket server;
  private final int afterBytes;

  HangUp(int afterBytes) throws IOException {
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.afterBytes = afterBytes;
    Thread.ofVirtual().name("hang-up").start(this::serve);
  }

  private void serve() {
    while (!server.isClosed()) {
      serveOne();
    }
  }

  private void serveOne() {
    try (var socket = server.accept()) {
      socket.getInputStream().readNBytes(afterBytes);
    } catch (IOException _) {
      // Whoever called sees it.
      return;
    }
  }

  ProviderSettings provider(WireFormat format) {
    return FakeModels.provider(format, URI.create("http://127.0.0.1:" + server.getLocalPort()));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
