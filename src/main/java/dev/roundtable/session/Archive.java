package dev.roundtable.session;

import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import java.util.List;
import java.util.Optional;

/** The durable log of debates. */
public interface Archive {
  /** A debate that was just opened: the right to go on with it, and its first entry. */
  record Opening(Lease lease, Entry entry) {}

  /**
   * Opens a new debate and remembers the message that asked for it: both are durable on return, or
   * neither is.
   *
   * @return nothing, and nothing is opened, if the message was seen before
   */
  Optional<Opening> open(MessageId message, DebateEvent.Opened opened);

  /** Takes the debate over; every earlier lease of it is void from now on. */
  Lease lease(DebateId debate);

  /**
   * Appends them in order, and returns once all are durable; if that fails, none is.
   *
   * @throws LeaseLostException if the lease is void
   */
  List<Entry> append(Lease lease, List<DebateEvent> events);

  /** The same for one event. */
  default Entry append(Lease lease, DebateEvent event) {
    return append(lease, List.of(event)).getFirst();
  }

  /** All entries of the debate in order; none if it is unknown. */
  List<Entry> read(DebateId debate);
}
