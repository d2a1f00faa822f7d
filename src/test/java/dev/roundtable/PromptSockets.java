package dev.roundtable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.ServerSocketFactory;

/**
 * Sockets of a fake that keeps nobody waiting, as no platform does: a header and a body are written
 * one after the other, and the second would wait for 40 ms; of many connections at once those
 * beyond the fiftieth would be turned away, and come again a second or three later.
 */
public final class PromptSockets extends ServerSocketFactory {
  private static final int BACKLOG = 4096;

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return new ServerSocket() {
      @Override
      public void bind(SocketAddress address, int backlog) throws IOException {
        super.bind(address, BACKLOG);
      }

      @Override
      public Socket accept() throws IOException {
        var socket = super.accept();
        socket.setTcpNoDelay(true);
        return socket;
      }
    };
  }

  @Override
  public ServerSocket createServerSocket(int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
    throw new UnsupportedOperationException();
  }
}
