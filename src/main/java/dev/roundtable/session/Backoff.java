package dev.roundtable.session;

import java.time.Duration;

/** How long to wait before the next try: twice as long each time. For one thread. */
public final class Backoff {
  private final Duration first;
  private final Duration longest;
  private Duration next;

  public Backoff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
    this.next = first;
  }

  /** The pause that is due now; the one after it is longer, unless it is the longest. */
  public Duration next() {
    var due = next;
    var doubled = due.multipliedBy(2);
    next = doubled.compareTo(longest) < 0 ? doubled : longest;
    return due;
  }

  /** It worked, so that the next failure is the first. */
  public void reset() {
    next = first;
  }
}
