package dev.roundtable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code serve} in a process of its own, read as an operator reads it. */
record ServeProcess(Process process, BufferedReader out) implements AutoCloseable {
  static final int SIGTERM = 143;

  static ServeProcess start(Path config, Map<String, String> environment) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
                java,
                // As the image runs it: what begins soon and ends soon is not worth more.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.roundtable.Main",
                "serve",
                "--config",
                config.toString())
            .redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    var out = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
    return new ServeProcess(process, new BufferedReader(out));
  }

  List<String> linesUntil(String beginning) throws IOException {
    var lines = new ArrayList<String>();
    String line;
    while ((line = out.readLine()) != null) {
      lines.add(line);
      if (line.startsWith(beginning)) {
        return lines;
      }
    }
    throw new AssertionError("it ended before it said " + beginning + ": " + lines);
  }

  void tellToEnd() {
    process.toHandle().destroy();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("it did not end within 30 s");
    }
    return process.exitValue();
  }

  /** Leaves nothing running. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
