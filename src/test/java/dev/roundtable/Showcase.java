package dev.roundtable;

import dev.roundtable.archive.DebateStore;
import dev.roundtable.chat.Exhibits;
import dev.roundtable.cli.Exhibition;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Venue;
import dev.roundtable.session.Entry;
import java.net.URI;
import java.util.Optional;

/** Pages and pictures of stored debates for bots under test. */
public final class Showcase {
  private Showcase() {}

  /** Pages are at https://roundtable.example/p/, for debates in public channels only. */
  public static Exhibits of(DebateStore store) {
    return new Exhibition(
        id ->
            Optional.of(store.archive().read(id).stream().map(Entry::event).toList())
                .filter(events -> !events.isEmpty())
                .map(Debate::of),
        Showcase::link);
  }

  private static Optional<URI> link(Debate debate) {
    return debate.opened().venue().reach() == Venue.Reach.PUBLIC
        ? Optional.of(URI.create("https://roundtable.example/p/" + debate.id()))
        : Optional.empty();
  }
}
