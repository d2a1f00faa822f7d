package dev.roundtable.archive;

import dev.roundtable.session.Inbox;

class MemoryInboxTest extends InboxContract {
  @Override
  Inbox inbox() {
    return new MemoryInbox();
  }
}
