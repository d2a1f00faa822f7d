package dev.roundtable.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody at the playground of a running bot. */
final class Browser implements AutoCloseable {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI page;

  Browser(int port) {
    this.page = URI.create("http://127.0.0.1:" + port + "/");
  }

  /** When it was asked and when each of the texts could be read, by {@link System#nanoTime}. */
  record Seen(long asked, List<Long> at) {}

  Seen ask(String question, List<String> texts) throws IOException, InterruptedException {
    var shown = send(HttpRequest.newBuilder(page).build());
    var token = CSRF.matcher(shown.body());
    if (!token.find()) {
      throw new IOException("no form at " + page);
    }
    var live = HttpRequest.newBuilder(page.resolve("/playground/live?seen=0")).build();
    try (var lines = http.send(live, HttpResponse.BodyHandlers.ofLines()).body()) {
      var text = URLEncoder.encode(question, StandardCharsets.UTF_8);
      var post =
          HttpRequest.newBuilder(page.resolve("/playground/command"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("X-Requested-With", "benchmark")
              .header("Cookie", String.join("; ", shown.headers().allValues("Set-Cookie")))
              .POST(HttpRequest.BodyPublishers.ofString("csrf=" + token.group(1) + "&text=" + text))
              .build();
      long asked = System.nanoTime();
      var answer = http.sendAsync(post, HttpResponse.BodyHandlers.ofString());
      var read = lines.iterator();
      var at = texts.stream().map(wanted -> until(read, wanted)).toList();
      var status = answer.join().statusCode();
      if (status != 200) {
        throw new IOException("the question was answered with " + status);
      }
      return new Seen(asked, at);
    }
  }

  private static long until(java.util.Iterator<String> lines, String text) {
    while (!lines.next().contains(text)) {}
    return System.nanoTime();
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
