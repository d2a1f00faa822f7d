package dev.roundtable.bench;

/**
 * So many debates at once.
 *
 * @param first the number of the first topic
 */
public record Order(int first, int count, Topic.Votes votes, String panel, int rounds) {
  public static Order read(String line) {
    var words = line.split(" ", -1);
    return new Order(
        Integer.parseInt(words[0]),
        Integer.parseInt(words[1]),
        Topic.Votes.valueOf(words[2]),
        words[3],
        Integer.parseInt(words[4]));
  }

  public String line() {
    return "%d %d %s %s %d".formatted(first, count, votes, panel, rounds);
  }

  public Topic topic(int index) {
    return new Topic(first + index, votes);
  }
}
