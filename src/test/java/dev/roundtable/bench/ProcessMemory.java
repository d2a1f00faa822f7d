package dev.roundtable.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says of a process's memory. */
public final class ProcessMemory {
  private ProcessMemory() {}

  /** The most that was resident at any time. */
  public static long peakKb(long pid) {
    return field(pid, "VmHWM:");
  }

  /** What is resident now. */
  public static long nowKb(long pid) {
    return field(pid, "VmRSS:");
  }

  private static long field(long pid, String name) {
    try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
