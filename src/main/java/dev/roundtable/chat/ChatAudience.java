package dev.roundtable.chat;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateId;
import dev.roundtable.session.Audience;
import dev.roundtable.session.Entry;
import dev.roundtable.session.Lease;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Shows the debates of one platform there, by way of the courier. */
public final class ChatAudience implements Audience {
  @Override
  public void takenUp(Lease lease, List<Entry> entries, Debate debate) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void told(Entry entry, Debate debate) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletableFuture<Void> handedOn(DebateId debate) {
    throw new UnsupportedOperationException();
  }
}
