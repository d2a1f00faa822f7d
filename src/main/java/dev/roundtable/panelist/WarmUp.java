package dev.roundtable.panelist;

import dev.roundtable.session.Timer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes the whole path of a call once, to a server of our own, so that the first debate does not
 * wait for classes to be loaded: 148 ms for six seats where a warm one adds 6.
 */
final class WarmUp {
  private static final Duration ALLOWED = Duration.ofSeconds(5);
  private static final String ANSWER =
      "{\"choices\": [{\"message\": {\"content\": \"{\\\"form\\\": \\\"open\\\"}\"}}]}";

  private WarmUp() {}

  static void run(ModelHttp http, Timer timer) throws IOException, InterruptedException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var answering = Thread.ofVirtual().name("warm-up").start(() -> answer(server));
      var base = URI.create("http://127.0.0.1:" + server.getLocalPort());
      var codec = WireFormat.CHAT_COMPLETIONS;
      var settings = new ProviderSettings("warm-up", codec, base, Optional.empty(), false, 1);
      var any = new ModelSettings("warm-up", "any", Optional.empty(), Optional.empty(), 1);
      var model = new Model(new Provider(settings, http, timer), any);
      model.ask(Ask.of("", "", Shape.FORM), Errand.begin("warm-up", ALLOWED, timer));
      answering.interrupt();
    }
  }

  private static void answer(ServerSocket server) {
    var head =
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + ANSWER.length() + "\r\n\r\n";
    try (var socket = server.accept()) {
      var request = new byte[4096];
      int read = socket.getInputStream().read(request);
      if (read > 0) {
        socket.getOutputStream().write((head + ANSWER).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException _) {
      // The caller sees it as a call that failed.
      return;
    }
  }
}
