package dev.roundtable.web;

import dev.roundtable.panelist.DemoPanel;
import dev.roundtable.session.Timer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Starts the playground on the scripted panel, to be looked at; ends with a line on the input. */
final class TryPlayground {
  private TryPlayground() {}

  public static void main(String[] arguments) throws IOException {
    var folder = Files.createTempDirectory("playground");
    int port = arguments.length == 0 ? 8080 : Integer.parseInt(arguments[0]);
    var settings =
        new WebSettings(
            port,
            "127.0.0.1",
            Optional.empty(),
            true,
            Duration.ofDays(1),
            Optional.empty(),
            Optional.empty());
    var panel = DemoPanel.table("demo", RealTimer.INSTANCE, Duration.ofMillis(1500));
    try (var site = new Site(folder, RealTimer.INSTANCE, settings, List.of(panel), true)) {
      System.out.println(site.server.trouble().orElse("Look at " + site.at("/")));
      var _ = System.in.read();
    }
  }

  /** The time that passes. */
  enum RealTimer implements Timer {
    INSTANCE;

    @Override
    public Instant now() {
      return Instant.now();
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
      var thread =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  Thread.sleep(delay);
                  task.run();
                } catch (InterruptedException _) {
                  Thread.currentThread().interrupt();
                }
              });
      return thread::interrupt;
    }
  }
}
