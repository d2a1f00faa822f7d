package dev.roundtable.archive;

import dev.roundtable.web.MemoryPageTokens;
import dev.roundtable.web.PageTokens;
import java.time.Duration;
import java.time.InstantSource;

class MemoryPageTokensTest extends PageTokensContract {
  @Override
  PageTokens tokens(InstantSource clock, Duration holdsFor) {
    return new MemoryPageTokens(clock, holdsFor);
  }
}
