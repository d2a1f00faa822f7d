package dev.roundtable;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks the running bot whether it is ready, for a container without any other tool. Touches no
 * other class of the program, so that it starts at once.
 */
public final class Probe {
  static final String READY = "http://127.0.0.1:8081/readyz";
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int OK = 200;

  private Probe() {}

  /**
   * Exits with 0 if it is ready and 1 if it is not, and prints what it answered.
   *
   * @param args {@code [--wait SECONDS] [URL]}: how long to keep asking, and where
   */
  public static void main(String[] args) throws InterruptedException {
    boolean waits = args.length > 1 && args[0].equals("--wait");
    int tries = waits ? Integer.parseInt(args[1]) : 1;
    int next = waits ? 2 : 0;
    var uri = URI.create(args.length > next ? args[next] : READY);
    for (int left = tries; ; left--) {
      var answer = ask(uri);
      if (answer.ready() || left <= 1) {
        System.out.println(answer.text());
        System.exit(answer.ready() ? 0 : 1);
      }
      new CountDownLatch(1).await(1, TimeUnit.SECONDS);
    }
  }

  private record Answer(boolean ready, String text) {}

  private static Answer ask(URI uri) {
    try {
      var connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout((int) PATIENCE.toMillis());
      connection.setReadTimeout((int) PATIENCE.toMillis());
      boolean ready = connection.getResponseCode() == OK;
      var body = ready ? connection.getInputStream() : connection.getErrorStream();
      try (body) {
        var text = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(ready, text.strip());
      }
    } catch (IOException e) {
      return new Answer(false, "It does not answer at " + uri + ": " + e.getMessage());
    }
  }
}
