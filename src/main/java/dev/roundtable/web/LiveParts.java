package dev.roundtable.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roundtable.export.HtmlExport.Part;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The parts of something that changes, for any number of readers. Whatever a change means to them
 * is worked out once; a reader who is slow skips what came in between.
 */
final class LiveParts {
  /**
   * What a reader is sent.
   *
   * @param version what the reader has then
   * @param bytes never changed, and read by all
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Frame(long version, byte[] bytes, boolean last) {}

  /** What stands there now. */
  record State(List<Part> parts, boolean ended) {}

  private record Wire(List<String> ids, Map<String, String> html, boolean ended) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Supplier<State> latest;
  private long version;
  private long written;
  private Map<String, Part> parts = Map.of();
  private Map<String, String> html = Map.of();
  private long stepFrom = -1;
  private Frame step = new Frame(0, HEARTBEAT, false);
  private @Nullable Frame whole;
  private boolean ended;
  private boolean closed;

  /**
   * Begins with a state.
   *
   * @param version grows with each change, and is the same for the same state on every replica
   */
  LiveParts(long version, Supplier<State> first) {
    this.version = version;
    this.written = version - 1;
    this.latest = first;
  }

  /**
   * Replaces what stands there. Called by whoever works on the debate, so it writes nothing yet.
   */
  void show(long newer, Supplier<State> state) {
    lock.lock();
    try {
      if (newer > version) {
        version = newer;
        latest = state;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Sends every reader away. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for something newer than what the reader has; after that time a sign of life. */
  Frame after(long seen, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long nanos = atMost.toNanos();
      while (seen == version && !closed && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      if (closed) {
        return new Frame(seen, HEARTBEAT, true);
      }
      if (seen == version) {
        return new Frame(seen, HEARTBEAT, false);
      }
      write();
      return seen == stepFrom ? step : whole();
    } finally {
      lock.unlock();
    }
  }

  private void write() {
    if (written == version) {
      return;
    }
    var state = latest.get();
    var now = new LinkedHashMap<String, String>();
    var drawn = new HashMap<String, Part>();
    for (var part : state.parts()) {
      var id = part.id();
      var known = part.equals(parts.get(id)) ? html.get(id) : null;
      now.put(id, known == null ? part.html().write() : known);
      drawn.put(id, part);
    }
    var fresh = new LinkedHashMap<>(now);
    fresh.entrySet().removeIf(part -> part.getValue().equals(html.get(part.getKey())));
    ended = state.ended();
    step = frame(now, fresh);
    whole = null;
    stepFrom = html.isEmpty() ? -1 : written;
    parts = drawn;
    html = now;
    written = version;
  }

  // For somebody who comes in or has skipped something.
  private Frame whole() {
    var known = whole;
    if (known == null) {
      known = frame(html, html);
      whole = known;
    }
    return known;
  }

  private Frame frame(Map<String, String> all, Map<String, String> fresh) {
    try {
      var json = JSON.writeValueAsString(new Wire(List.copyOf(all.keySet()), fresh, ended));
      var text = "id: " + version + "\ndata: " + json + "\n\n";
      return new Frame(version, text.getBytes(StandardCharsets.UTF_8), ended);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text can always be written as JSON", e);
    }
  }

  /** How long a connection may stay silent; proxies cut those that do for a minute. */
  static Duration breath() {
    return Duration.ofSeconds(15);
  }
}
