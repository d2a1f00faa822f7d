package dev.roundtable.config;

/** How much a debate says in its thread. */
public enum Style {
  /** One message for each seat. */
  VOICES,
  /** One message for each round. */
  DIGEST;

  private static final int MOST_VOICES = 8;

  /** What a panel of that size gets when nobody chose. */
  public static Style forSeats(int seats) {
    return seats <= MOST_VOICES ? VOICES : DIGEST;
  }
}
