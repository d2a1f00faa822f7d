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
import java.util.regex.Pattern;

/**
 * Holds one debate in the playground of a running bot, as somebody at a browser would, and is the
 * server of its models. Usage: Train.java PLAYGROUND PORT
 */
public class Train {
  private static final Pattern OPTION = Pattern.compile("- ([A-Za-z0-9]+): (Yes|No)");

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

  // The seats do not agree, so that there is a second round.
  private static void answer(HttpExchange call) throws IOException {
    var asked = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var wanted = asked.contains("\"two\"") ? "No" : "Yes";
    var option = OPTION.matcher(asked).results().filter(one -> one.group(2).equals(wanted)).findFirst();
    var content =
        "{\\\"reasoning\\\": \\\"It is time, and nothing speaks against it.\\\", \\\"vote\\\": \\\"%s\\\", \\\"confidence\\\": 0.7, \\\"changed\\\": false, \\\"because\\\": null}"
            .formatted(option.map(one -> one.group(1)).orElse(""));
    var answer = "{\"choices\": [{\"message\": {\"content\": \"" + content + "\"}}]}";
    var bytes = answer.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(200, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  private static void debate(URI page, String origin) throws Exception {
    try (var browser = HttpClient.newHttpClient()) {
      var get = HttpRequest.newBuilder(page).build();
      var shown = browser.send(get, HttpResponse.BodyHandlers.ofString());
      var token = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"").matcher(shown.body());
      if (!token.find()) {
        throw new IllegalStateException("no form at " + page);
      }
      var text = URLEncoder.encode("Shall we? | Yes | No", StandardCharsets.UTF_8);
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
        told.anyMatch(line -> line.contains(".verdict-1"));
      }
    }
  }
}
