package dev.roundtable.debate;

import org.jspecify.annotations.Nullable;

/**
 * Where a debate is held and how it is shown there. The ids are the platform's own.
 *
 * @param workspace the team, organisation or server that the channel belongs to
 * @param thread the thread it was asked in, null if it was asked in the channel itself
 * @param style how much is said in the thread
 * @param language of the bot's own words, as a language tag
 */
public record Venue(
    String platform,
    String workspace,
    String channel,
    @Nullable String thread,
    Reach reach,
    Style style,
    String language) {
  /** Somebody's own terminal. */
  public static final Venue TERMINAL =
      new Venue("terminal", "", "", null, Reach.DIRECT, Style.VOICES, "en");

  /** Who can read along. */
  public enum Reach {
    /** Everybody in the workspace. */
    PUBLIC,
    /** The members of the channel. */
    PRIVATE,
    /** Those who are in the thread, which is private within its channel. */
    THREAD,
    /** The people of a direct conversation. */
    DIRECT
  }

  /** How much a debate says in its thread. */
  public enum Style {
    /** One message for each seat in the first round. */
    VOICES,
    /** One message for each round. */
    DIGEST;

    private static final int MOST_VOICES = 8;

    /** What a panel of that size gets when nobody chose. */
    public static Style forSeats(int seats) {
      return seats <= MOST_VOICES ? VOICES : DIGEST;
    }
  }
}
