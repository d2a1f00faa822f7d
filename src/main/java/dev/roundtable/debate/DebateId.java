package dev.roundtable.debate;

import java.util.Random;

/** Names one debate; also the seed of everything in it that is shuffled. */
public record DebateId(String value) {
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 12;

  public DebateId {
    if (!value.matches("[a-z0-9-]{1,40}")) {
      throw new IllegalArgumentException("not a debate id: " + value);
    }
  }

  /** Draws an id of twelve characters that are hard to confuse when read aloud (60 bits). */
  public static DebateId draw(Random random) {
    var id = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new DebateId(id.toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
