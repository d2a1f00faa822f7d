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

  /** Started, and ready. */
  Child start(Map<String, String> environment) throws IOException {
    var app = IMAGE.resolve("app");
    var command = new ArrayList<String>();
    command.add(IMAGE.resolve("runtime/bin/java").toString());
    command.addAll(flags(app));
    command.add("-XX:AOTCache=" + app.resolve("roundtable.aot"));
    command.addAll(List.of("-jar", app.resolve("roundtable.jar").toString()));
    command.addAll(List.of("serve", "--config", folder.toString()));
    var child = Child.run(errors, command, environment);
    child.until("Ready after");
    return child;
  }

  private static List<String> flags(Path app) throws IOException {
    return Files.readAllLines(app.resolve("flags")).stream()
        .filter(line -> !line.isBlank() && !line.contains("MaxRAMPercentage"))
        .toList();
  }
}
