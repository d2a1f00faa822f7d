package dev.roundtable.archive;

import dev.roundtable.delivery.DeliveryLog;
import dev.roundtable.session.Archive;

class MemoryDeliveryLogTest extends DeliveryLogContract {
  private final MemoryArchive archive = new MemoryArchive(timer::now);

  @Override
  DeliveryLog log() {
    return new MemoryDeliveryLog(archive, timer::now);
  }

  @Override
  Archive archive() {
    return archive;
  }
}
