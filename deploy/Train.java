import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Holds one debate in the playground of a running bot, as somebody at a browser would. */
public class Train {
  public static void main(String[] args) throws Exception {
    var page = URI.create(args[0] + "/");
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
              .header("Origin", args[0])
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
