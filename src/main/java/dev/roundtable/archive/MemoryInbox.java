package dev.roundtable.archive;

import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.session.Inbox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An inbox that lasts as long as the process: for a debate in the terminal, and for tests. */
public final class MemoryInbox implements Inbox {
  private final Set<MessageId> seen = new HashSet<>();
  private final Map<DebateId, List<DebateEvent.FromPerson>> waiting = new HashMap<>();

  @Override
  public synchronized boolean offer(DebateId debate, DebateEvent.FromPerson message) {
    if (!seen.add(message.message())) {
      return false;
    }
    waiting.computeIfAbsent(debate, _ -> new ArrayList<>()).add(message);
    return true;
  }

  @Override
  public synchronized boolean knows(MessageId message) {
    return seen.contains(message);
  }

  @Override
  public synchronized List<DebateEvent.FromPerson> waiting(DebateId debate) {
    return List.copyOf(waiting.getOrDefault(debate, List.of()));
  }

  @Override
  public synchronized void done(DebateId debate, List<MessageId> done) {
    var messages = waiting.get(debate);
    if (messages != null) {
      messages.removeIf(other -> done.contains(other.message()));
      if (messages.isEmpty()) {
        waiting.remove(debate);
      }
    }
  }
}
