package dev.roundtable.session;

import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import java.util.List;

/** The durable log of debates. */
public interface Archive {
  /** Takes the debate over; every earlier lease of it is void from now on. */
  Lease lease(DebateId debate);

  /**
   * Appends, and returns once the event is durable.
   *
   * @throws LeaseLostException if the lease is void
   */
  Entry append(Lease lease, DebateEvent event);

  /** All entries of the debate in order; none if it is unknown. */
  List<Entry> read(DebateId debate);
}
