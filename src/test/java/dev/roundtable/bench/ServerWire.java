package dev.roundtable.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** As much of HTTP/1.1 as the model server needs; an answer is one write, so nothing waits. */
final class ServerWire {
  private static final String LENGTH = "content-length:";

  private final InputStream in;
  private final OutputStream out;

  @SuppressWarnings("ArrayRecordComponent")
  record Request(String path, byte[] body) {}

  ServerWire(Socket socket) throws IOException {
    this.in = new BufferedInputStream(socket.getInputStream(), 16 << 10);
    this.out = socket.getOutputStream();
  }

  /** The next request, null at the end. */
  @Nullable Request read() throws IOException {
    var first = line();
    if (first == null) {
      return null;
    }
    int length = 0;
    for (var line = line(); line != null && !line.isEmpty(); line = line()) {
      if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
        length = Integer.parseInt(line.substring(LENGTH.length()).strip());
      }
    }
    var body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException();
    }
    return new Request(first.split(" ", -1)[1], body);
  }

  private @Nullable String line() throws IOException {
    var line = new StringBuilder(96);
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        return null;
      }
      if (read != '\r') {
        line.append((char) read);
      }
    }
    return line.toString();
  }

  private static byte[] head(int status, String headers, int length) {
    return String.format(
            Locale.ROOT,
            "HTTP/1.1 %d -\r\nContent-Type: application/json\r\n%sContent-Length: %d\r\n\r\n",
            status,
            headers,
            length)
        .getBytes(StandardCharsets.US_ASCII);
  }

  void answer(int status, String headers, byte[] body) throws IOException {
    out.write(together(head(status, headers, body.length), body, body.length));
  }

  private static byte[] together(byte[] head, byte[] body, int bytes) {
    var all = new byte[head.length + bytes];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, bytes);
    return all;
  }

  /** Breaks off in the middle. */
  void half(byte[] body) throws IOException {
    out.write(together(head(200, "", body.length), body, body.length / 2));
    throw new EOFException("on purpose");
  }

  /** Says that so many bytes are going to come. */
  void promise(int bytes) throws IOException {
    out.write(head(200, "", bytes));
  }

  void write(String more) throws IOException {
    out.write(more.getBytes(StandardCharsets.US_ASCII));
  }

  /** Says nothing until the caller gives up. */
  void waitForEnd() throws IOException {
    while (in.read() >= 0) {}
  }
}
