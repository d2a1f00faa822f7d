package dev.roundtable.panelist;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/**
 * A server that answers nobody until it is told to. It has no platform thread of its own, so that
 * those of its callers can be counted.
 */
final class HeldModels implements AutoCloseable {
  private final ServerSocket server;
  private final Semaphore asked = new Semaphore(0);
  private final CountDownLatch go = new CountDownLatch(1);

  HeldModels() throws IOException {
    this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("held-models").start(this::serve);
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        Thread.ofVirtual().start(() -> answer(socket));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void answer(Socket socket) {
    try (socket) {
      readHead(socket.getInputStream());
      asked.release();
      go.await();
      var body = Wire.said(WireFormat.RESPONSES, Faults.BALLOT);
      var head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + body.length();
      var bytes = (head + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII);
      socket.getOutputStream().write(bytes);
      // Closing while the request's body is unread would reset the connection.
      socket.shutdownOutput();
      socket.getInputStream().skip(Long.MAX_VALUE);
    } catch (IOException _) {
      return;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void readHead(InputStream in) throws IOException {
    int newLines = 0;
    while (newLines < 2) {
      switch (in.read()) {
        case -1 -> throw new EOFException();
        case '\n' -> newLines++;
        case '\r' -> {}
        default -> newLines = 0;
      }
    }
  }

  ProviderSettings provider(int maxCalls) {
    var base =
        FakeModels.provider(
            WireFormat.RESPONSES, URI.create("http://127.0.0.1:" + server.getLocalPort()));
    return new ProviderSettings(
        base.id(), base.codec(), base.baseUrl(), base.apiKey(), false, maxCalls);
  }

  /** Blocks until that many requests wait for an answer. */
  void awaitAsked(int requests) throws InterruptedException {
    asked.acquire(requests);
  }

  void answerAll() {
    go.countDown();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
