package dev.roundtable.transcript;

import java.util.List;

/**
 * A part of a transcript.
 *
 * @param key the same whenever the debate is written down, unique within it
 */
public record Section(String key, Weight weight, List<Span> heading, List<Block> blocks) {
  /** How much a section matters to somebody in a hurry. */
  public enum Weight {
    LEAD,
    BODY,
    DETAIL
  }

  public Section {
    heading = List.copyOf(heading);
    blocks = List.copyOf(blocks);
  }
}
