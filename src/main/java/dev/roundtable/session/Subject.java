package dev.roundtable.session;

import dev.roundtable.debate.Debate;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.MDC;

/** What a thread works on, which each line that it logs says. */
record Subject(Map<String, String> ids) {
  static final String CHAIR = "chair";

  Subject {
    ids = Map.copyOf(ids);
  }

  static Subject of(Debate debate) {
    return new Subject(
        Map.of("debate", debate.id().value(), "platform", debate.opened().venue().platform()));
  }

  /** What the present thread works on, and in it the call to somebody at the table. */
  static Subject call(int round, String who) {
    var ids = new HashMap<String, String>();
    var around = MDC.getCopyOfContextMap();
    if (around != null) {
      ids.putAll(around);
    }
    ids.put("round", String.valueOf(round));
    ids.put("seat", who);
    return new Subject(ids);
  }

  /** Holds on the present thread until it is closed. */
  Held held() {
    var before = MDC.getCopyOfContextMap();
    MDC.setContextMap(ids);
    return () -> {
      if (before == null) {
        MDC.clear();
      } else {
        MDC.setContextMap(before);
      }
    };
  }

  /** The work, with each line that it logs saying what it is about. */
  Runnable during(Runnable work) {
    return () -> {
      try (var _ = held()) {
        work.run();
      }
    };
  }

  interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
