package dev.roundtable.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The system's Chromium without a window, spoken to in its own protocol. Playwright's driver would
 * add 200 MB to every build that has not seen it.
 */
final class Chromium implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final int PATIENCE = 30;
  private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(10);
  private static final int CONNECTIONS = 2;
  private static final int BROWSERS = 3;

  private final Process process;
  private final Path profile;
  private final WebSocket socket;
  private final AtomicInteger calls = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final List<Consumer<JsonNode>> listeners = new CopyOnWriteArrayList<>();

  /** Where the browser is, if there is one. */
  static Optional<String> place() {
    return PLACES.stream().filter(place -> Files.isExecutable(Path.of(place))).findFirst();
  }

  /** One that can be spoken to: a browser that has come up and takes no connection is replaced. */
  static Chromium start() throws IOException, InterruptedException {
    for (int i = 1; i < BROWSERS; i++) {
      try {
        return new Chromium();
      } catch (IOException _) {
        // Another one.
      }
    }
    return new Chromium();
  }

  private Chromium() throws IOException, InterruptedException {
    profile = Files.createTempDirectory("chromium");
    process =
        new ProcessBuilder(
                place().orElseThrow(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("log").toFile())
            .start();
    boolean up = false;
    try {
      socket = connect(address());
      up = true;
    } finally {
      if (!up) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }
  }

  // A browser that has only just come up may take a connection and forget it.
  private WebSocket connect(URI address) throws IOException, InterruptedException {
    var http = HttpClient.newBuilder().connectTimeout(CONNECTS_WITHIN).build();
    for (int i = 1; i < CONNECTIONS; i++) {
      try {
        return open(http, address);
      } catch (TimeoutException | ExecutionException _) {
        // Once more.
      }
    }
    try {
      return open(http, address);
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException("Chromium takes no connection", e);
    }
  }

  private WebSocket open(HttpClient http, URI address)
      throws InterruptedException, TimeoutException, ExecutionException {
    return http.newWebSocketBuilder()
        .buildAsync(address, new Listener())
        .get(CONNECTS_WITHIN.toSeconds(), TimeUnit.SECONDS);
  }

  // The file appears before its lines are in it.
  private URI address() throws IOException, InterruptedException {
    var file = profile.resolve("DevToolsActivePort");
    for (int i = 0; i < PATIENCE * 20; i++) {
      if (Files.exists(file)) {
        var lines = Files.readAllLines(file);
        if (lines.size() == 2) {
          return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
        }
      }
      var _ = process.waitFor(50, TimeUnit.MILLISECONDS);
    }
    throw new IOException("Chromium does not answer: " + Files.readString(profile.resolve("log")));
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public void onOpen(WebSocket opened) {
      opened.request(Long.MAX_VALUE);
    }

    @Override
    public @org.jspecify.annotations.Nullable CompletionStage<?> onText(
        WebSocket from, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        take(message.toString());
        message.setLength(0);
      }
      return null;
    }
  }

  private void take(String message) {
    try {
      var node = JSON.readTree(message);
      var call = node.has("id") ? waiting.remove(node.get("id").asInt()) : null;
      if (call != null) {
        call.complete(node);
      } else {
        listeners.forEach(listener -> listener.accept(node));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode call(String session, String method, Map<String, ?> parameters) {
    int id = calls.incrementAndGet();
    var answer = new CompletableFuture<JsonNode>();
    waiting.put(id, answer);
    var message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", JSON.valueToTree(parameters));
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    synchronized (socket) {
      socket.sendText(message.toString(), true).join();
    }
    var node = answer.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    if (node.has("error")) {
      throw new IllegalStateException(method + ": " + node.get("error"));
    }
    return node.get("result");
  }

  /** A page of that size that knows nothing of any other. */
  Page page(int width, int height, boolean dark) {
    var context =
        call("", "Target.createBrowserContext", Map.of()).get("browserContextId").asText();
    var target =
        call("", "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
            .get("targetId")
            .asText();
    var session =
        call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .get("sessionId")
            .asText();
    var page = new Page(session);
    page.begin(width, height, dark);
    return page;
  }

  /** One page. */
  final class Page {
    private final String session;
    private final BlockingQueue<String> loaded = new LinkedBlockingQueue<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Page(String session) {
      this.session = session;
      listeners.add(this::hear);
    }

    private void hear(JsonNode event) {
      if (session.equals(event.path("sessionId").asText())) {
        var values = event.path("params");
        switch (event.path("method").asText()) {
          case "Page.loadEventFired" -> loaded.add("");
          case "Network.requestWillBeSent" ->
              requests.add(values.path("request").path("url").asText());
          case "Runtime.exceptionThrown" ->
              complaints.add(values.path("exceptionDetails").toString());
          case "Log.entryAdded" -> complaints.add(values.path("entry").path("text").asText());
          case "Page.javascriptDialogOpening" -> complaints.add("a dialog opened");
          default -> {
            // Of no interest.
          }
        }
      }
    }

    private JsonNode tell(String method, Map<String, ?> parameters) {
      return call(session, method, parameters);
    }

    private void begin(int width, int height, boolean dark) {
      Stream.of("Page", "Runtime", "Network", "Log")
          .forEach(what -> tell(what + ".enable", Map.of()));
      size(width, height);
      var scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
      var still = Map.of("name", "prefers-reduced-motion", "value", "reduce");
      tell("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme, still)));
    }

    void size(int width, int height) {
      tell(
          "Emulation.setDeviceMetricsOverride",
          Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    void open(URI address) throws InterruptedException {
      loaded.clear();
      tell("Page.navigate", Map.of("url", address.toString()));
      if (loaded.poll(PATIENCE, TimeUnit.SECONDS) == null) {
        throw new IllegalStateException("not loaded: " + address);
      }
    }

    /** The value of an expression; a promise's is waited for. */
    JsonNode value(String expression) {
      var said =
          tell(
              "Runtime.evaluate",
              Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
      if (said.has("exceptionDetails")) {
        throw new IllegalStateException(said.get("exceptionDetails").toString());
      }
      return said.path("result").path("value");
    }

    /** Waits until that holds. */
    void until(String condition) {
      var looks =
          "new Promise((yes, no) => { const end = Date.now() + 20000; const look = () => {"
              + " let holds = false; try { holds = "
              + condition
              + " } catch (e) {}"
              + " holds ? yes(true) : Date.now() > end ? no(new Error('never: ' + "
              + quoted(condition)
              + " + ' in ' + document.body.innerText.slice(-1500)))"
              + " : setTimeout(look, 30) }; look() })";
      value(looks);
    }

    static String quoted(String text) {
      return JSON.valueToTree(text).toString();
    }

    /** Writes into a field as a person would. */
    void type(String selector, String text) {
      value("document.querySelector(" + quoted(selector) + ").focus()");
      tell("Input.insertText", Map.of("text", text));
    }

    void press(String key) {
      var down =
          Map.of(
              "type",
              "keyDown",
              "key",
              key,
              "code",
              key,
              "windowsVirtualKeyCode",
              code(key),
              "text",
              key.equals("Enter") ? "\r" : "");
      tell("Input.dispatchKeyEvent", down);
      tell(
          "Input.dispatchKeyEvent",
          Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code(key)));
    }

    /** Sends the form that is being filled in, and waits for the page that answers. */
    void enter() throws InterruptedException {
      loaded.clear();
      press("Enter");
      if (loaded.poll(PATIENCE, TimeUnit.SECONDS) == null) {
        throw new IllegalStateException("no page has answered the form");
      }
    }

    private static int code(String key) {
      return key.equals("Enter") ? 13 : 9;
    }

    /** Clicks the first button or link whose words begin so. */
    void click(String words) {
      value(
          "(() => { const all = [...document.querySelectorAll('button, a, summary')];"
              + " const one = all.find(e => e.textContent.trim().startsWith("
              + quoted(words)
              + ")); if (!one) throw new Error('no button ' + "
              + quoted(words)
              + "); one.click(); })()");
    }

    List<String> requests() {
      return List.copyOf(requests);
    }

    /** Whatever the browser has complained about: errors, and what the policy forbade. */
    List<String> complaints() {
      return List.copyOf(complaints);
    }

    void screenshot(Path file) throws IOException {
      var shot =
          tell("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", false));
      Files.write(file, Base64.getDecoder().decode(shot.get("data").asText()));
    }

    /** The whole page, however long. */
    void wholeShot(Path file) throws IOException {
      var size = tell("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
      var clip =
          Map.of(
              "x",
              0,
              "y",
              0,
              "width",
              size.get("width").asDouble(),
              "height",
              size.get("height").asDouble(),
              "scale",
              1);
      var shot =
          tell(
              "Page.captureScreenshot",
              Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
      Files.write(file, Base64.getDecoder().decode(shot.get("data").asText()));
    }

    void print(Path file) throws IOException {
      var pdf = tell("Page.printToPDF", Map.of("printBackground", true));
      Files.write(file, Base64.getDecoder().decode(pdf.get("data").asText()));
    }
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    var files = new ArrayList<Path>();
    try (var all = Files.walk(profile)) {
      all.forEach(files::add);
    }
    for (var file : files.reversed()) {
      Files.deleteIfExists(file);
    }
  }
}
