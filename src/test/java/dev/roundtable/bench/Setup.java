package dev.roundtable.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The configuration that the benchmarked bot reads. */
final class Setup {
  private static final int MOST_SEATS = 20;

  private Setup() {}

  /** Writes it into the folder; all models are free, so that no budget ends a debate. */
  static Path write(Path folder, URI models, String store, String more) throws IOException {
    var seats = new StringBuilder();
    for (int i = 1; i <= MOST_SEATS; i++) {
      seats.append(seat("seat-" + i, "Seat " + i));
    }
    seats.append(seat("chair", "Chair"));
    var panels = new StringBuilder(panel("six", six(), "chair", ""));
    for (int size : new int[] {3, 10, 20}) {
      panels.append(panel("of-" + size, seats(size), "chair", ""));
    }
    for (var fault : ModelServer.Fault.values()) {
      if (fault != ModelServer.Fault.NONE) {
        seats.append(seat(fault.model(), "Fault"));
        var five = seats(5) + ", " + fault.model();
        panels.append(
            panel("with-" + fault.model(), five, "chair", ", seatTimeout: 5s, deadline: 5s"));
      }
    }
    seats.append(seat("chair-broken", "No chair"));
    panels.append(panel("with-no-chair", six(), "chair-broken", ", seatTimeout: 5s, deadline: 5s"));
    var text =
        """
        providers:
          local: { codec: chat-completions, baseUrl: %s/v1, maxCalls: 10000 }
        seats:
        %spanels:
        %sstore: { url: "%s"%s, debatesAtOnce: 1000 }
        access: { atOncePerChannel: 1000 }
        %s
        """
            .formatted(models, seats, panels, store, login(store), more);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("roundtable.yaml"), text);
    return folder;
  }

  // The password is what the tests' own server takes from anybody.
  private static String login(String store) {
    return store.startsWith("jdbc:postgresql:") ? ", user: postgres" : "";
  }

  private static String six() {
    return seats(6);
  }

  private static String seats(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> "seat-" + i)
        .collect(Collectors.joining(", "));
  }

  private static String seat(String id, String name) {
    return String.format(
        Locale.ROOT,
        "  %s: { name: %s, provider: local, model: %s, price: { input: 0, output: 0 } }%n",
        id,
        name,
        id);
  }

  private static String panel(String name, String seats, String chair, String more) {
    return "  %s: { seats: [%s], chair: %s%s }%n".formatted(name, seats, chair, more);
  }
}
