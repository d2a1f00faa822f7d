package dev.roundtable.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * The calls of a debate and nothing else, with prompts of the same size: no store, no rules, no
 * limits, no page. What it takes, no bot on this machine can stay below.
 */
final class BareLoop {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MediaType TYPE = MediaType.get("application/json");
  private static final Path PROMPTS = Path.of("bot-config", "prompts");
  private static final int SEATS = 6;
  private static final int KEPT = 10_000;

  private final OkHttpClient http =
      new OkHttpClient.Builder()
          .connectionPool(new ConnectionPool(KEPT, 5, TimeUnit.MINUTES))
          .readTimeout(0, TimeUnit.SECONDS)
          .build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String server;
  private final String rules = prompt("rules");
  private final String ballot = prompt("ballot");
  private final String rebuttal = prompt("rebuttal");
  private final String summary = prompt("chair-summary");

  private BareLoop(String server) throws IOException {
    this.server = server;
  }

  private static String prompt(String name) throws IOException {
    return Files.readString(PROMPTS.resolve(name + ".md"));
  }

  /** What a seat said, and how long it took in milliseconds. */
  private record Said(String option, String reasons, long tookMs) {}

  private Engine.Debate debate(Topic topic) throws Exception {
    long began = System.nanoTime();
    var blind = round(filled(ballot, topic, Map.of()));
    var others = blind.stream().map(Said::reasons).collect(Collectors.joining("\n"));
    var last = round(filled(rebuttal, topic, Map.of("arguments", others)));
    long ruled = System.nanoTime();
    var counts = last.stream().collect(Collectors.groupingBy(Said::option, Collectors.counting()));
    var count =
        counts.entrySet().stream()
            .map(one -> "- " + one.getKey() + ": " + one.getValue())
            .collect(Collectors.joining("\n"));
    var votes = last.stream().map(Said::reasons).collect(Collectors.joining("\n"));
    var asked = filled(summary, topic, Map.of("count", count, "votes", votes));
    var written = ask("chair", asked).path("summary").asText();
    return new Engine.Debate(
        topic.key(),
        0,
        ruled - began,
        System.nanoTime() - began,
        last.size(),
        counts.toString().replace(" ", ""),
        written.isEmpty() ? "None" : "Written",
        blind.stream().map(Said::tookMs).toList());
  }

  private static String filled(String prompt, Topic topic, Map<String, String> texts) {
    var all = new TreeMap<>(texts);
    all.put("question", topic.question().text());
    all.put(
        "options",
        IntStream.range(0, Topic.OPTIONS.size())
            .mapToObj(i -> "- o" + i + ": " + Topic.OPTIONS.get(i))
            .collect(Collectors.joining("\n")));
    var filled = prompt;
    for (var text : all.entrySet()) {
      filled = filled.replace("{{" + text.getKey() + "}}", text.getValue());
    }
    return filled;
  }

  private List<Said> round(String prompt) throws Exception {
    var seats = new ArrayList<Callable<Said>>();
    for (int i = 1; i <= SEATS; i++) {
      var model = "seat-" + i;
      seats.add(() -> vote(model, prompt));
    }
    return results(threads.invokeAll(seats));
  }

  private Said vote(String model, String prompt) throws IOException {
    long began = System.nanoTime();
    var said = ask(model, prompt);
    long tookMs = (System.nanoTime() - began) / 1_000_000;
    return new Said(said.path("vote").asText(), said.path("reasoning").asText(), tookMs);
  }

  private JsonNode ask(String model, String prompt) throws IOException {
    var body = JSON.createObjectNode().put("model", model);
    var messages = body.putArray("messages");
    messages.addObject().put("role", "system").put("content", rules);
    messages.addObject().put("role", "user").put("content", prompt);
    var request =
        new Request.Builder()
            .url(server + "/v1/chat/completions")
            .post(RequestBody.create(JSON.writeValueAsBytes(body), TYPE))
            .build();
    try (var answer = http.newCall(request).execute()) {
      var envelope = JSON.readTree(answer.body().bytes());
      return JSON.readTree(envelope.at("/choices/0/message/content").asText());
    }
  }

  private static <T> List<T> results(List<Future<T>> futures) throws Exception {
    var results = new ArrayList<T>();
    for (var future : futures) {
      results.add(future.get());
    }
    return results;
  }

  private void hold(Order order) throws Exception {
    long before = Engine.processorNanos();
    var debates = new ArrayList<Callable<Engine.Debate>>();
    for (int i = 0; i < order.count(); i++) {
      var topic = order.topic(i);
      debates.add(() -> debate(topic));
    }
    for (var held : results(threads.invokeAll(debates))) {
      System.out.println(held.line());
    }
    System.out.println(Engine.held(before));
    System.out.flush();
  }

  /** Takes the address of the models, and on its input the orders that the bot takes. */
  public static void main(String[] arguments) throws Exception {
    var loop = new BareLoop(arguments[0]);
    System.out.println("ready");
    var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var line = orders.readLine(); line != null; line = orders.readLine()) {
      loop.hold(Order.read(line));
    }
    System.exit(0);
  }
}
