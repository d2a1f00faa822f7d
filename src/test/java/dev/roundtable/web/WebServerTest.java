package dev.roundtable.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Venue;
import dev.roundtable.session.SettableTimer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server sends and refuses, over the wire. */
@Timeout(60)
class WebServerTest {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]{32})\"");
  private static final String ASKED = "Should we ship on Friday?";

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  private final SettableTimer timer = new SettableTimer();
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Site> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(Site::close);
    client.close();
  }

  private Site site(WebSettings settings) {
    var names = List.of("Ada", "Bo", "Cleo", "Dan", "Eve", "Finn");
    var said = "It is reversible, and the team that would have to repair it is at work. ".repeat(6);
    var site =
        new Site(
            folder, timer, settings, List.of(Speakers.table("demo", names, List.of(said))), true);
    open.add(site);
    return site;
  }

  private HttpResponse<String> get(Site site, String path, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(site.at(path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private HttpResponse<String> post(Site site, String path, String form, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(site.at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String csrf(HttpResponse<String> page) {
    var found = CSRF.matcher(page.body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void aFinishedPageIsReadableWithoutScriptAndSmallOnTheWire() throws Exception {
    var site = site(Site.with("https://talk.example.org/", true, null));
    var debate = site.hold(ASKED, "Yes", "No", "Later");
    var page = get(site, site.path(debate));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("<h1", ASKED, "Final summary", "Agreement", "Strongest arguments", "Sources")
        .contains("property=\"og:image\" content=\"https://talk.example.org" + site.path(debate))
        .contains("noindex")
        .doesNotContain("data-live", "style=", "<script>");
    var sent =
        client.send(
            HttpRequest.newBuilder(site.at(site.path(debate)))
                .header("Accept-Encoding", "gzip")
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(sent.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(sent.body().length).isLessThan(60_000);
  }

  @Test
  void everyAnswerForbidsWhatAPageNeverNeeds() throws Exception {
    var site = site(Site.ALONE);
    for (var path : List.of("/", "/nowhere", Asset.SCRIPT.path())) {
      var headers = get(site, path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe", "http");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("X-Robots-Tag")).contains("noindex, nofollow");
      assertThat(headers.firstValue("Set-Cookie")).isEmpty();
      assertThat(headers.firstValue("Server")).isEmpty();
    }
  }

  @Test
  void aFinishedPageIsSentAgainOnlyWhenItHasChanged() throws Exception {
    var site = site(Site.ALONE);
    var debate = site.hold(ASKED, "Yes", "No");
    var path = site.path(debate);
    var tag = get(site, path).headers().firstValue("ETag").orElseThrow();
    assertThat(get(site, path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(get(site, path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(names = {"PRIVATE", "DIRECT"})
  void whatWasAskedAmongFewHasNoPage(Venue.Reach reach) throws Exception {
    var site = site(Site.ALONE);
    var asks = new Question(ASKED, List.of("Yes", "No"), null);
    var debate = site.hold(asks, Rules.DEFAULT, "demo", reach);
    assertThat(site.server.pages().path(debate)).isEmpty();
    assertThat(get(site, site.path(debate)).statusCode()).isEqualTo(404);
    assertThat(get(site, site.path(debate) + "/debate.png").statusCode()).isEqualTo(404);
    assertThat(get(site, site.path(debate) + "/live").statusCode()).isEqualTo(404);
  }

  @Test
  void noDebateHasAPageWherePagesAreOff() throws Exception {
    var site = site(Site.with("https://talk.example.org", false, null));
    var debate = site.hold(ASKED, "Yes", "No");
    assertThat(site.server.pages().link(debate)).isEmpty();
    assertThat(get(site, site.path(debate)).statusCode()).isEqualTo(404);
  }

  @Test
  void aLinkEndsWhenItIsTooOldOrRevokedAndTheDebatesIdIsNone() throws Exception {
    var site = site(Site.with("https://talk.example.org", true, null));
    var debate = site.hold(ASKED, "Yes", "No");
    var path = site.path(debate);
    assertThat(site.server.pages().link(debate))
        .contains(URI.create("https://talk.example.org" + path));
    assertThat(get(site, "/p/" + debate.id()).statusCode()).isEqualTo(404);
    site.tokens.revoke(debate.id());
    assertThat(get(site, path).statusCode()).isEqualTo(404);
    var fresh = site.path(debate);
    assertThat(fresh).isNotEqualTo(path);
    timer.advance(Duration.ofDays(31));
    assertThat(get(site, fresh).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"html", "md", "txt", "json"})
  void aPageCanBeTakenHome(String format) throws Exception {
    var site = site(Site.ALONE);
    var debate = site.hold(ASKED, "Yes", "No");
    var file = get(site, site.path(debate) + "/debate." + format);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment");
    assertThat(file.body()).contains(ASKED);
  }

  @Test
  void thePlaygroundIsForThisMachineAlone() throws Exception {
    var site = site(Site.ALONE);
    assertThat(get(site, "/").statusCode()).isEqualTo(200);
    assertThat(get(site, "/", "X-Forwarded-For", "127.0.0.1").statusCode()).isEqualTo(403);
    // What a page elsewhere would reach by a name of its own that leads here.
    assertThat(raw(site, "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 403");
    assertThat(get(site(Site.with("https://talk.example.org", true, null)), "/").statusCode())
        .isEqualTo(403);
  }

  private static String raw(Site site, String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), site.server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aPostWithoutTheFormsTokenDoesNothing() throws Exception {
    var site = site(Site.ALONE);
    var form = "text=" + encoded("Shall we? | Yes | No");
    assertThat(post(site, "/playground/command", form).statusCode()).isEqualTo(403);
    assertThat(post(site, "/playground/command", form + "&csrf=0").statusCode()).isEqualTo(403);
    var token = "&csrf=" + csrf(get(site, "/"));
    var elsewhere = post(site, "/playground/command", form + token, "Sec-Fetch-Site", "cross-site");
    assertThat(elsewhere.statusCode()).isEqualTo(403);
    assertThat(get(site, "/").body()).doesNotContain("Shall we?");
    assertThat(post(site, "/playground/command", form + token).statusCode()).isEqualTo(303);
    assertThat(get(site, "/").body()).contains("Shall we?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/help", "/rondtable Should we?", "/roundtable-admin"})
  void anotherCommandInThePlaygroundStartsNoDebateAndIsToldSo(String typed) throws Exception {
    var site = site(Site.ALONE);
    var before = get(site, "/").body();
    var form = "csrf=" + csrf(get(site, "/")) + "&text=" + encoded(typed);
    var said = post(site, "/playground/command", form, "X-Requested-With", "fetch").body();
    assertThat(said).contains("There is no command " + typed.split(" ", -1)[0], "/roundtable help");
    assertThat(get(site, "/").body()).isEqualTo(before);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void aRequestIsBoundedInSizeAndInNumber() throws Exception {
    var site = site(Site.ALONE);
    var large = "csrf=" + csrf(get(site, "/")) + "&text=" + "x".repeat(600_000);
    assertThat(post(site, "/playground/command", large).statusCode()).isEqualTo(413);
    var codes = new ArrayList<Integer>();
    for (int i = 0; i < 70; i++) {
      codes.add(post(site, "/playground/command", "text=x").statusCode());
    }
    assertThat(codes).contains(429);
  }

  @Test
  void whateverIsRefusedIsRefusedInWordsForPeople() throws Exception {
    var site = site(Site.ALONE);
    assertThat(get(site, "/nowhere").body()).contains("There is nothing here.");
    assertThat(get(site, "/p/0123/debate.exe").body()).contains("There is nothing here.");
    var large = "csrf=" + csrf(get(site, "/")) + "&text=" + "x".repeat(600_000);
    assertThat(post(site, "/playground/command", large).body()).contains("more than can be taken");
    var refused = post(site, "/playground/press", "control=x");
    while (refused.statusCode() != 429) {
      refused = post(site, "/playground/press", "control=x");
    }
    assertThat(refused.body()).contains("Wait a minute").doesNotContain("MINUTES");
    assertThat(refused.headers().firstValue("Retry-After")).contains("60");
  }

  @Test
  void everyPostThatDoesSomethingNeedsTheFormsToken() throws Exception {
    var site = site(Site.with(null, true, "a-long-token"));
    var cookie =
        post(site, "/operator", "token=a-long-token").headers().firstValue("Set-Cookie").get();
    var session = cookie.substring(0, cookie.indexOf(';'));
    for (var path :
        List.of(
            "/playground/command",
            "/playground/ask",
            "/playground/reply",
            "/playground/press",
            "/playground/moderate",
            "/debates/revoke",
            "/operator/leave")) {
      var form = "text=a&debate=d1&control=rt1:stop:d1&message=round-1&csrf=0";
      assertThat(post(site, path, form).statusCode()).as(path).isEqualTo(403);
      assertThat(post(site, path, form, "Cookie", session).statusCode()).as(path).isEqualTo(403);
    }
  }

  @Test
  void aPageSaysOnWhichDayItWasAsked() throws Exception {
    var site = site(Site.ALONE);
    var debate = site.hold(ASKED, "Yes", "No");
    var day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(Locale.ENGLISH)
            .format(timer.now().atZone(ZoneOffset.UTC));
    assertThat(get(site, site.path(debate)).body()).contains("Asked by Anna on " + day);
  }

  @Test
  void theListIsForWhoeverHasTheOperatorsToken() throws Exception {
    var site = site(Site.with(null, true, "a-long-token"));
    var debate = site.hold(ASKED, "Yes", "No");
    site.hold("Which colour?", "Red", "Green");
    assertThat(get(site, "/debates").headers().firstValue("Location")).contains("/operator");
    assertThat(post(site, "/operator", "token=wrong").statusCode()).isEqualTo(403);
    var entered = post(site, "/operator", "token=a-long-token");
    var cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
    var session = cookie.substring(0, cookie.indexOf(';'));

    var all = get(site, "/debates", "Cookie", session);
    assertThat(all.body()).contains(ASKED, "Which colour?", site.path(debate));
    var some = get(site, "/debates?q=colour", "Cookie", session);
    assertThat(some.body()).contains("Which colour?").doesNotContain(ASKED);

    var path = site.path(debate);
    var revoke = "csrf=" + csrf(all) + "&debate=" + debate.id();
    assertThat(
            post(site, "/debates/revoke", "debate=" + debate.id(), "Cookie", session).statusCode())
        .isEqualTo(403);
    assertThat(get(site, path).statusCode()).isEqualTo(200);
    assertThat(post(site, "/debates/revoke", revoke, "Cookie", session).statusCode())
        .isEqualTo(303);
    assertThat(get(site, path).statusCode()).isEqualTo(404);
    assertThat(get(site, "/", "Cookie", session).statusCode()).isEqualTo(200);
  }

  @Test
  void anOperatorsCookieGoesOverEncryptedLinesAloneWherePeopleComeByOne() throws Exception {
    var open = site(Site.with(null, true, "a-long-token"));
    assertThat(post(open, "/operator", "token=a-long-token").headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(cookie -> assertThat(cookie).doesNotContain("Secure"));
    var encrypted = site(Site.with("https://panel.example", true, "a-long-token"));
    assertThat(
            post(encrypted, "/operator", "token=a-long-token").headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(cookie -> assertThat(cookie).contains("Secure"));
  }

  @Test
  void machinesAskOnAPortOfTheirOwn() throws Exception {
    var site = site(Site.ALONE);
    assertThat(get(site, "/metrics").statusCode()).isEqualTo(404);
    for (var path : List.of("/livez", "/readyz", "/metrics")) {
      var address = URI.create("http://127.0.0.1:" + site.server.managementPort() + path);
      assertThat(send(HttpRequest.newBuilder(address)).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void aServerThatCannotListenSaysWhy() throws Exception {
    var first = site(Site.ALONE);
    var settings =
        new WebSettings(
            first.server.port(),
            "127.0.0.1",
            Optional.empty(),
            true,
            Duration.ofDays(1),
            Optional.empty(),
            Optional.empty());
    var second = site(settings);
    assertThat(second.server.trouble().orElseThrow()).contains("cannot listen");
    assertThat(first.server.trouble()).isEmpty();
  }

  @Test
  void aReaderIsSentWhatHasChangedAndOneWhoComesLateEverything() throws Exception {
    var permits = new Semaphore(0);
    var table = Speakers.table("slow", List.of("Ada", "Bo", "Cleo"), List.of("So."), permits);
    var site = new Site(folder, timer, Site.ALONE, List.of(table), false);
    open.add(site);
    var asks = new Question(ASKED, List.of("Yes", "No"), null);
    var id = site.open(asks, Rules.DEFAULT, "slow", Venue.Reach.PUBLIC);
    var path = "/p/" + site.tokens.of(id) + "/live";
    var late =
        client.send(
            HttpRequest.newBuilder(site.at(path)).build(), HttpResponse.BodyHandlers.ofLines());
    var early = late.body().iterator();
    permits.release(1000);
    var frames = new ArrayList<String>();
    early.forEachRemaining(line -> {
      if (line.startsWith("data: ")) {
        frames.add(line);
      }
    });
    assertThat(frames.getFirst()).contains("\"top\":");
    assertThat(frames.getLast()).contains("\"ended\":true", "Final summary");
  }
}
