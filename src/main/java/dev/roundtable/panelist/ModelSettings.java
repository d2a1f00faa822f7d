package dev.roundtable.panelist;

import java.util.Optional;

/**
 * Which model of which provider answers.
 *
 * @param provider the id of a {@link ProviderSettings}
 * @param structured the rung to begin with, nothing to begin at the top
 * @param maxTokens the longest answer that is asked for
 */
public record ModelSettings(
    String provider,
    String model,
    Optional<Price> price,
    Optional<Rung> structured,
    int maxTokens) {
  public static final int DEFAULT_MAX_TOKENS = 4096;
}
