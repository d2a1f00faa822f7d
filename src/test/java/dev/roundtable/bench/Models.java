package dev.roundtable.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;

/** The model server's process. */
final class Models implements AutoCloseable {
  private static final long SEED = 20261123;

  private final Child process;
  private final URI address;
  private final HttpClient http = HttpClient.newHttpClient();

  Models(Path errors) throws IOException {
    process =
        Child.java(
            errors,
            List.of("-Xmx256m", "-XX:+UseSerialGC"),
            ModelServer.class.getName(),
            String.valueOf(SEED));
    address = URI.create("http://127.0.0.1:" + process.line());
  }

  URI address() {
    return address;
  }

  /** How many times as fast as real models. */
  void speed(double times) throws IOException, InterruptedException {
    get("/speed/" + times);
  }

  /** What was called since the last look. */
  List<Journal.Call> calls() throws IOException, InterruptedException {
    var calls = Journal.read(get("/journal"));
    get("/forget");
    return calls;
  }

  private String get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(address.resolve(path)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Override
  public void close() {
    http.close();
    process.close();
  }
}
