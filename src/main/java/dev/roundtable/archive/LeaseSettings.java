package dev.roundtable.archive;

import java.time.Duration;

/**
 * How debates are leased to replicas. A dead replica's debates go on elsewhere after about the
 * heartbeat times the limit and one round of looking, which takes twice the heartbeat.
 *
 * @param atOnce how many debates this replica works on at the same time
 * @param polling how often it looks for debates that nobody works on
 * @param heartbeat how often it says that it is alive
 * @param missedHeartbeats after how many missed ones it is taken for dead, at least 4
 * @param inboxReading how often it looks for what reached other replicas
 * @param stopWithin the time for what is under way when it is stopped
 */
public record LeaseSettings(
    int atOnce,
    Duration polling,
    Duration heartbeat,
    int missedHeartbeats,
    Duration inboxReading,
    Duration stopWithin) {
  /** A dead replica's debates resume within 45 s: 6 x 5 s, and 2 x 5 s until somebody looks. */
  public static final LeaseSettings DEFAULT =
      new LeaseSettings(
          500,
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          6,
          Duration.ofSeconds(1),
          Duration.ofSeconds(20));

  /** Checks that there is time between two heartbeats. */
  public LeaseSettings {
    if (atOnce < 1 || missedHeartbeats < 4) {
      throw new IllegalArgumentException("at least one debate and four missed heartbeats");
    }
  }

  /** The same for that many debates at the same time. */
  public LeaseSettings withAtOnce(int debates) {
    return new LeaseSettings(
        debates, polling, heartbeat, missedHeartbeats, inboxReading, stopWithin);
  }

  /** The same with another heartbeat. */
  public LeaseSettings withHeartbeat(Duration every, int missed) {
    return new LeaseSettings(atOnce, polling, every, missed, inboxReading, stopWithin);
  }
}
