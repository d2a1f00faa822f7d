package dev.roundtable.panelist;

import dev.roundtable.debate.SeatId;
import java.time.Duration;

/**
 * What a small call to the model of a seat showed.
 *
 * @param latency how long it took, the repeats included
 * @param priceKnown whether the cost of a call can be told
 */
public record Probe(
    SeatId seat, String provider, String model, Duration latency, boolean priceKnown, Found found) {
  /** What was found, with a sentence for whoever runs the bot. */
  public sealed interface Found {
    String sentence();

    /**
     * It answers.
     *
     * @param answeredBy the model that answered, as its provider names it
     * @param rung the way in which it can be held to the shape of a ballot
     */
    record Works(String answeredBy, Rung rung, String sentence) implements Found {}

    /** It answers, but not so that a ballot could be read. */
    record Babbles(String sentence) implements Found {}

    record Unreachable(String sentence) implements Found {}

    record KeyMissing(String sentence) implements Found {}

    record KeyRejected(String sentence) implements Found {}

    record ModelUnknown(String sentence) implements Found {}

    /** It was reached, and says no. */
    record Refuses(String sentence) implements Found {}

    /** Nothing was sent, since the address must not be called. */
    record NotAllowed(String sentence) implements Found {}
  }

  public boolean works() {
    return found instanceof Found.Works;
  }
}
