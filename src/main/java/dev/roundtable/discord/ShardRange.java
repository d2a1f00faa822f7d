package dev.roundtable.discord;

/** Some of an application's shards, such as {@code 0-3/8}: the first four of eight. */
public record ShardRange(int first, int last, int total) {
  /** Checks that there are such shards. */
  public ShardRange {
    if (first < 0 || last < first || total <= last) {
      throw new IllegalArgumentException("no shards " + first + "-" + last + " of " + total);
    }
  }

  /** Reads {@code 0-3/8} or {@code 2/8}. */
  public static ShardRange of(String text) {
    var halves = text.split("/", 2);
    if (halves.length < 2 || !text.matches("\\d{1,5}(-\\d{1,5})?/\\d{1,5}")) {
      throw new IllegalArgumentException("no shards: " + text);
    }
    var ends = halves[0].split("-", 2);
    int first = Integer.parseInt(ends[0]);
    return new ShardRange(
        first, Integer.parseInt(ends[ends.length - 1]), Integer.parseInt(halves[1]));
  }
}
