package dev.roundtable.session;

import dev.roundtable.debate.Debate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the audiences of a session; one that fails is told nothing more. */
final class Announcer {
  private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

  private final List<Audience> listening;

  Announcer(List<Audience> audiences) {
    this.listening = new ArrayList<>(audiences);
  }

  void tell(Entry entry, Debate debate) {
    for (var audience : List.copyOf(listening)) {
      try {
        audience.told(entry, debate);
      } catch (RuntimeException e) {
        listening.remove(audience);
        LOG.error("an audience of debate {} left at entry {}", debate.id(), entry.seq(), e);
      }
    }
  }
}
