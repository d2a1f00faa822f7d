package dev.roundtable.web;

import dev.roundtable.debate.DebateId;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A web server with nothing behind it but a hook. */
public final class Doorstep {
  private Doorstep() {}

  /** Not yet started; it takes any port of the loopback. */
  public static WebServer serving(Hook hook) {
    var settings =
        new WebSettings(
            0,
            "127.0.0.1",
            Optional.of(URI.create("https://roundtable.example")),
            false,
            Duration.ofDays(1),
            Optional.empty(),
            Optional.empty());
    var ports =
        new WebPorts(
            new Nothing(),
            new MemoryPageTokens(InstantSource.system(), Duration.ofDays(1)),
            (_, _) -> List.of(),
            List::of,
            () -> "",
            Optional.empty(),
            List.of(hook),
            InstantSource.system());
    return new WebServer(settings, ports);
  }

  private static final class Nothing implements DebateFeed {
    @Override
    public Optional<Snapshot> now(DebateId debate) {
      return Optional.empty();
    }

    @Override
    public Following follow(DebateId debate, java.util.function.Consumer<Snapshot> reader) {
      return () -> {};
    }
  }
}
