package dev.roundtable.session;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the audiences of a session; one that fails is told nothing more. */
final class Announcer {
  private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

  private final List<Audience> listening;

  Announcer(List<Audience> audiences) {
    this.listening = new ArrayList<>(audiences);
  }

  void takenUp(Lease lease, List<Entry> entries, Debate debate) {
    each(debate.id(), audience -> audience.takenUp(lease, entries, debate));
  }

  void tell(Entry entry, Debate debate) {
    each(debate.id(), audience -> audience.told(entry, debate));
  }

  /** After the last of the entries that were appended together. */
  void caughtUp(Debate debate) {
    each(debate.id(), audience -> audience.caughtUp(debate));
  }

  private void each(DebateId debate, Consumer<Audience> told) {
    for (var audience : List.copyOf(listening)) {
      try {
        told.accept(audience);
      } catch (RuntimeException e) {
        listening.remove(audience);
        LOG.error("an audience of debate {} left", debate, e);
      }
    }
  }

  void letGo(Lease lease) {
    each(lease.debate(), audience -> audience.letGo(lease));
  }

  CompletableFuture<Void> handedOn(DebateId debate) {
    return CompletableFuture.allOf(
        listening.stream()
            .map(audience -> audience.handedOn(debate))
            .toArray(CompletableFuture[]::new));
  }
}
