package dev.roundtable.archive;

import dev.roundtable.session.Archive;

class MemoryArchiveTest extends ArchiveContract {
  @Override
  Archive archive() {
    return new MemoryArchive(CLOCK);
  }
}
