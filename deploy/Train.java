import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Holds one debate in the playground of a running bot, as somebody at a browser would, and is the
 * server of its models: six seats in two rounds and a chair who sums up, so that what only those do
 * is recorded too. Usage: Train.java PLAYGROUND PORT
 */
public class Train {
  private static final List<String> OPTIONS = List.of("Now", "After the audit", "Not at all");
  private static final String QUESTION = "Should the team move its nightly run to a queue? | ";
  private static final Pattern MODEL = Pattern.compile("\"model\" *: *\"seat-(\\d)");
  // Line ends stand as \n in the JSON of the request.
  private static final Pattern LINE =
      Pattern.compile("(?<=\\\\n)- ([^:\\s\\\\]+): ([^\\\\]+)(?=\\\\n)");
  private static final String REASONS =
      "As seat %d sees it, **%s** costs the least. It is what we know how to do - see `deploy.sh`,"
          + " and https://example.org/why. Whoever has to get up at night will be glad of it.";
  private static final String SUMMARY =
      "Altogether the panel weighed the risk of a change against that of waiting. It is not sure how"
          + " long the audit takes, nor who would carry the work until then.";
  private static final String POINT =
      "{\"option\": \"%s\", \"text\": \"It was said of what got %d votes that it is the safer way.\"}";
  private static final AtomicInteger MOVED = new AtomicInteger();

  public static void main(String[] args) throws Exception {
    var page = URI.create(args[0] + "/");
    var port = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1]));
    var models = HttpServer.create(port, 0);
    models.createContext("/v1/chat/completions", Train::answer);
    models.start();
    try {
      debate(page, args[0]);
    } finally {
      models.stop(0);
    }
  }

  private static void answer(HttpExchange call) throws IOException {
    var asked = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var content = asked.contains("\\\"winners\\\"") ? summary(asked) : vote(asked);
    var quoted = content.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
    var answer =
        """
        {"model": "stage", "choices": [{"finish_reason": "stop",
          "message": {"role": "assistant", "content": "%s"}}],
          "usage": {"prompt_tokens": 900, "completion_tokens": 90}}"""
            .formatted(quoted);
    var bytes = answer.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(200, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  // The seats do not agree, and the first one moves with each answer, so that all rounds are held.
  private static String vote(String asked) {
    var model = MODEL.matcher(asked);
    int seat = model.find() ? Integer.parseInt(model.group(1)) : 0;
    int wanted = seat == 1 ? MOVED.getAndIncrement() : seat;
    var label = OPTIONS.get(wanted % OPTIONS.size());
    var id =
        lines(asked).entrySet().stream()
            .filter(line -> line.getValue().equals(label))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse("");
    return """
        {"reasoning": "%s", "vote": "%s", "confidence": 0.7, "changed": false, "because": null}"""
        .formatted(REASONS.formatted(seat, label), id);
  }

  // The count stands in lines like those of the options, after them.
  private static String summary(String asked) {
    var counts = new LinkedHashMap<String, Integer>();
    lines(asked)
        .forEach((id, value) -> {
          if (value.matches("\\d+")) {
            counts.put(id, Integer.valueOf(value));
          }
        });
    int most = Collections.max(counts.values());
    return """
        {"winners": [%s], "votes": [%s], "summary": "%s", "strongest": [%s], "counterpoints": [%s],
         "would_change": "A trial of two weeks, with numbers."}"""
        .formatted(
            each(counts, count -> count == most, "\"%s\""),
            each(counts, _ -> true, "{\"option\": \"%s\", \"count\": %d}"),
            SUMMARY,
            each(counts, count -> count > 0, POINT),
            each(counts, count -> count < most, POINT));
  }

  private static String each(Map<String, Integer> counts, IntPredicate wanted, String form) {
    return counts.entrySet().stream()
        .filter(count -> wanted.test(count.getValue()))
        .map(count -> form.formatted(count.getKey(), count.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static Map<String, String> lines(String asked) {
    var lines = new LinkedHashMap<String, String>();
    LINE.matcher(asked).results().forEach(line -> lines.put(line.group(1), line.group(2)));
    return lines;
  }

  private static void debate(URI page, String origin) throws Exception {
    try (var browser = HttpClient.newHttpClient()) {
      var get = HttpRequest.newBuilder(page).build();
      var shown = browser.send(get, HttpResponse.BodyHandlers.ofString());
      var token = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"").matcher(shown.body());
      if (!token.find()) {
        throw new IllegalStateException("no form at " + page);
      }
      var text = URLEncoder.encode(QUESTION + String.join(" | ", OPTIONS), StandardCharsets.UTF_8);
      var post =
          HttpRequest.newBuilder(page.resolve("/playground/command"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Origin", origin)
              .header("Cookie", String.join("; ", shown.headers().allValues("Set-Cookie")))
              .POST(HttpRequest.BodyPublishers.ofString("csrf=" + token.group(1) + "&text=" + text))
              .build();
      browser.send(post, HttpResponse.BodyHandlers.discarding());
      var live = HttpRequest.newBuilder(page.resolve("/playground/live?seen=0")).build();
      try (var told = browser.send(live, HttpResponse.BodyHandlers.ofLines()).body()) {
        told.anyMatch(line -> line.contains("Altogether"));
      }
    }
  }
}
