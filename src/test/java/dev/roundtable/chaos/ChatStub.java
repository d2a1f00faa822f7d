package dev.roundtable.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A chat that outlives those who post to it. It takes every post, as often as it comes, and loses
 * some of its answers afterwards.
 */
final class ChatStub implements AutoCloseable {
  private static final double LOSES = 0.1;

  /** A message; the last text is what it says. */
  record Message(String debate, String mark, @Nullable String anchor, List<String> texts) {
    String text() {
      return texts.getLast();
    }
  }

  private final HttpServer server;
  private final Random random;
  private final List<Message> messages = new ArrayList<>();
  private int lostAnswers;

  ChatStub(long seed) throws IOException {
    random = new Random(seed);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/send", this::send);
    server.createContext("/edit", this::edit);
    server.createContext("/find", this::find);
    server.start();
  }

  URI address() {
    var host = InetAddress.getLoopbackAddress().getHostAddress();
    return URI.create("http://" + host + ":" + server.getAddress().getPort());
  }

  private void send(HttpExchange exchange) throws IOException {
    var body = body(exchange);
    int id;
    boolean lost;
    synchronized (this) {
      var headers = exchange.getRequestHeaders();
      id = messages.size();
      messages.add(
          new Message(
              headers.getFirst("Debate"),
              headers.getFirst("Mark"),
              headers.getFirst("Anchor"),
              new ArrayList<>(List.of(body))));
      lost = random.nextDouble() < LOSES;
      lostAnswers += lost ? 1 : 0;
    }
    if (lost) {
      exchange.close();
    } else {
      answer(exchange, 200, String.valueOf(id));
    }
  }

  private void edit(HttpExchange exchange) throws IOException {
    var body = body(exchange);
    int id = Integer.parseInt(exchange.getRequestURI().getQuery());
    synchronized (this) {
      messages.get(id).texts().add(body);
    }
    answer(exchange, 200, String.valueOf(id));
  }

  private void find(HttpExchange exchange) throws IOException {
    body(exchange);
    var mark = exchange.getRequestURI().getQuery();
    int id;
    synchronized (this) {
      id = messages.stream().map(Message::mark).toList().indexOf(mark);
    }
    answer(exchange, id < 0 ? 404 : 200, String.valueOf(id));
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  synchronized List<Message> messages(String debate) {
    return messages.stream().filter(message -> message.debate().equals(debate)).toList();
  }

  synchronized int posted() {
    return messages.size();
  }

  synchronized int lostAnswers() {
    return lostAnswers;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
