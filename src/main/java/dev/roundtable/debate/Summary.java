package dev.roundtable.debate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the debate came to, in words. Its words never alter the count.
 *
 * @param text null when no chair wrote one; the bot's own words then stand in its place
 * @param strongest the strongest argument for each option that got a vote
 * @param counterpoints what is to be said for each option that lost
 * @param wouldChange what would change the verdict, or settle a tie; null if nobody said
 */
public record Summary(
    @Nullable String text,
    Map<OptionId, String> strongest,
    Map<OptionId, String> counterpoints,
    @Nullable String wouldChange) {
  public Summary {
    strongest = Collections.unmodifiableMap(new LinkedHashMap<>(strongest));
    counterpoints = Collections.unmodifiableMap(new LinkedHashMap<>(counterpoints));
  }

  /** The same without the points that are an answer's own words. */
  Summary withoutQuotes(WordSet answer) {
    return new Summary(
        text, without(strongest, answer), without(counterpoints, answer), wouldChange);
  }

  private static Map<OptionId, String> without(Map<OptionId, String> points, WordSet answer) {
    var kept = new LinkedHashMap<>(points);
    kept.values().removeIf(answer::quotes);
    return kept;
  }
}
