package dev.roundtable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for whoever must know his own before he listens. */
public final class FreePort {
  // Below those that Linux gives to connections by itself (from 32768), so that none of another
  // test
  // takes it in the meantime.
  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;

  private FreePort() {}

  /** One on which nobody listens. */
  public static int draw() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      if (isFree(port)) {
        return port;
      }
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
