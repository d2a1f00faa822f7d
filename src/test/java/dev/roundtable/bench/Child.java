package dev.roundtable.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process that the benchmark started, and speaks to in lines. It ends with the benchmark. */
final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;

  private Child(Process process) {
    this.process = process;
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Another Java with the class path of this one. */
  static Child java(Path errors, List<String> options, String main, String... arguments)
      throws IOException {
    var command = new ArrayList<>(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(arguments));
    return java(errors, command, Map.of());
  }

  static Child java(Path errors, List<String> options, Map<String, String> environment)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    return run(errors, command, environment);
  }

  static Child run(Path errors, List<String> command, Map<String, String> environment)
      throws IOException {
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
    return new Child(builder.start());
  }

  long pid() {
    return process.pid();
  }

  void tell(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  String line() throws IOException {
    var line = out.readLine();
    if (line == null) {
      throw new IOException("it ended early: " + process.info().commandLine().orElse("a process"));
    }
    return line;
  }

  /** Reads until a line begins so, and gives that line. */
  String until(String beginning) throws IOException {
    var line = line();
    while (!line.startsWith(beginning)) {
      line = line();
    }
    return line;
  }

  /** Ends it as an operator does. */
  void stop() throws InterruptedException {
    process.toHandle().destroy();
    process.waitFor();
  }

  /** With SIGKILL; it is gone on return. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
