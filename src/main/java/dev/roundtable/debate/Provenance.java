package dev.roundtable.debate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer came from and what it used.
 *
 * @param modelId the model that answered, as its provider names it; null if nobody said
 * @param tokens null if the provider reported none
 * @param sources in the order that numbers in the answer refer to; one without an address only
 *     keeps its place
 */
public record Provenance(
    @Nullable String modelId, @Nullable Tokens tokens, Cost cost, List<Source> sources) {
  /** Of a decision made by code. */
  public static final Provenance CODE = new Provenance(null, null, Cost.NOTHING, List.of());

  /** Of a call that was made and told nothing about itself. */
  public static final Provenance UNKNOWN = new Provenance(null, null, Cost.UNKNOWN, List.of());

  public Provenance {
    sources = List.copyOf(sources);
  }

  Provenance withoutSources() {
    return new Provenance(modelId, tokens, cost, List.of());
  }
}
