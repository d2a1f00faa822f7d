package dev.roundtable.discord;

import dev.roundtable.debate.DebateId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Tells the one who asked when Discord takes a debate's card or its verdict nowhere. */
final class Cards {
  private static final int REMEMBERED = 1000;

  private final Map<DebateId, CompletableFuture<String>> refusals =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(
                Map.Entry<DebateId, CompletableFuture<String>> eldest) {
              return size() > REMEMBERED;
            }
          });

  // It may be refused before the asker's hook is known, or after.
  private CompletableFuture<String> refusal(DebateId debate) {
    return refusals.computeIfAbsent(debate, _ -> new CompletableFuture<>());
  }

  void ifRefused(DebateId debate, Consumer<String> tell) {
    var _ = refusal(debate).thenAccept(tell);
  }

  void refused(DebateId debate, String reason) {
    refusal(debate).complete(reason);
  }
}
