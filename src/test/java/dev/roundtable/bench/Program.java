package dev.roundtable.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The whole program as it ships: {@code serve}, as the image runs it. */
record Program(Path folder, Path errors) {
  private static final Path IMAGE = Path.of("target", "image");
  private static final Path APP = IMAGE.resolve("app");

  /** The program in the image; with it in front, the cache fits any class path. */
  static final Path JAR = APP.resolve("roundtable.jar");

  /** Started, and ready. */
  Child start(Map<String, String> environment) throws IOException {
    var command = java();
    command.addAll(List.of("-jar", JAR.toString(), "serve", "--config", folder.toString()));
    var child = Child.run(errors, command, environment);
    child.until("Ready after");
    return child;
  }

  /** The image's own Java with its flags and its cache. */
  static List<String> java() throws IOException {
    var command = new ArrayList<String>();
    command.add(IMAGE.resolve("runtime/bin/java").toString());
    command.addAll(flags(APP));
    command.add("-XX:AOTCache=" + APP.resolve("roundtable.aot"));
    return command;
  }

  /** Those of the image, kept in that folder, but for how much of the memory it may take. */
  static List<String> flags(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve("flags")).stream()
        .filter(line -> !line.isBlank() && !line.contains("MaxRAMPercentage"))
        .toList();
  }
}
