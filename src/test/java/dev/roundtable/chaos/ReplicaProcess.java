package dev.roundtable.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A {@link ChaosReplica} in a process of its own. */
final class ReplicaProcess {
  private final Process process;
  private final CountDownLatch ready = new CountDownLatch(1);
  private final Thread reader;

  private ReplicaProcess(Process process, Consumer<String> heard) {
    this.process = process;
    this.reader = Thread.ofVirtual().start(() -> read(heard));
  }

  /**
   * Starts one.
   *
   * @param errors the file for what it writes to its error output
   * @param heard is told each line that it says, except that it is ready
   */
  static ReplicaProcess start(String url, URI chat, Path errors, Consumer<String> heard)
      throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ChaosReplica.class.getName(),
                url,
                chat.toString())
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
            .start();
    return new ReplicaProcess(process, heard);
  }

  private void read(Consumer<String> heard) {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals("ready")) {
          ready.countDown();
        } else {
          heard.accept(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells it something, which is lost if it is dead. */
  void tell(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      if (process.isAlive()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  void awaitReady() throws InterruptedException {
    if (!ready.await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("a replica does not start");
    }
  }

  /** With SIGKILL; returns once everything that it said has been heard. */
  void kill() throws InterruptedException {
    // The process's own method would close the pipe, with what is still in it.
    process.toHandle().destroyForcibly();
    process.waitFor();
    reader.join();
  }

  /** As an operator does it. */
  int stop() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("a replica does not end");
    }
    reader.join();
    return process.exitValue();
  }
}
