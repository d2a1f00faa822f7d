package dev.roundtable.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The whole program as it ships: {@code serve}, from the jar with the cache if there is one. */
record Program(Path folder, Path errors) {
  private static final Path TARGET = Path.of("target");

  static int freePort() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** Where deploy/train.sh left a jar and its cache, if it was run. */
  private static java.util.Optional<Path> cache() {
    return java.util.stream.Stream.of(TARGET, TARGET.resolve("image/app"))
        .map(place -> place.resolve("roundtable.aot"))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  static boolean isCached() {
    return cache().isPresent();
  }

  /** Started, and ready. */
  Child start(Map<String, String> environment) throws IOException {
    var options = new ArrayList<>(flags());
    cache()
        .ifPresentOrElse(
            cache -> {
              options.add("-XX:AOTCache=" + cache);
              options.addAll(List.of("-jar", cache.resolveSibling("roundtable.jar").toString()));
            },
            () ->
                options.addAll(
                    List.of("-cp", System.getProperty("java.class.path"), "dev.roundtable.Main")));
    options.addAll(List.of("serve", "--config", folder.toString()));
    var child = Child.java(errors, options, environment);
    child.until("Ready after");
    return child;
  }

  private static List<String> flags() throws IOException {
    return Files.readAllLines(Path.of("deploy", "flags")).stream()
        .filter(line -> !line.isBlank() && !line.contains("MaxRAMPercentage"))
        .toList();
  }
}
