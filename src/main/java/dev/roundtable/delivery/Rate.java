package dev.roundtable.delivery;

import java.time.Duration;

/**
 * So many actions in so much time, counted over every replica under one name.
 *
 * @param bucket what is counted, such as one channel of one workspace
 * @param interval between two actions in the long run
 * @param burst how many may follow each other at once after a pause, at least 1
 */
public record Rate(String bucket, Duration interval, int burst) {
  public Rate {
    if (burst < 1 || !interval.isPositive()) {
      throw new IllegalArgumentException("no rate: " + burst + " per " + interval);
    }
  }
}
