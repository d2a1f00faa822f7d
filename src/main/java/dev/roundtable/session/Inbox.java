package dev.roundtable.session;

import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import java.util.List;

/** What people did in a debate, until whoever holds it takes it up. */
public interface Inbox {
  /** Puts the message in; false if it was seen before, taken up or not. */
  boolean offer(DebateId debate, DebateEvent.FromPerson message);

  /** Whether the message was seen before, be it that it opened a debate of the same store. */
  boolean knows(MessageId message);

  /** What waits for this debate, in order of arrival. */
  List<DebateEvent.FromPerson> waiting(DebateId debate);

  /** Takes the messages out; they stay known. */
  void done(DebateId debate, List<MessageId> messages);
}
