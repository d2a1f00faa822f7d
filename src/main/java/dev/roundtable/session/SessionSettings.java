package dev.roundtable.session;

import java.time.Duration;

/**
 * How follow-ups are paced.
 *
 * @param quietTime how long nobody must have added anything before a follow-up round opens
 */
public record SessionSettings(Duration quietTime, int followUpRoundsPerHour) {
  public static final SessionSettings DEFAULT = new SessionSettings(Duration.ofSeconds(8), 6);
}
