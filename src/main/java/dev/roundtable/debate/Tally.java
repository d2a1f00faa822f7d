package dev.roundtable.debate;

import java.util.ArrayList;
import java.util.List;

/** Votes counted per option, in the order of the ballot paper. */
public record Tally(List<Line> lines) {
  /** One vote and what it counts. */
  public record Cast(OptionId option, Weight weight) {}

  /**
   * What an option got.
   *
   * @param votes how many voted for it
   * @param weight what they count together, in thousandths
   */
  public record Line(OptionId option, int votes, long weight) {}

  public Tally {
    lines = List.copyOf(lines);
  }

  /** Counts the votes; each must be for an option of the paper. */
  public static Tally count(BallotPaper paper, List<Cast> casts) {
    var lines = new ArrayList<Line>();
    int counted = 0;
    for (var option : paper.options()) {
      var mine = casts.stream().filter(cast -> cast.option().equals(option.id())).toList();
      long weight = mine.stream().mapToLong(cast -> cast.weight().thousandths()).sum();
      lines.add(new Line(option.id(), mine.size(), weight));
      counted += mine.size();
    }
    if (counted != casts.size()) {
      throw new IllegalArgumentException("a vote for an option that is not on the paper");
    }
    return new Tally(lines);
  }

  public int votes() {
    return lines.stream().mapToInt(Line::votes).sum();
  }

  public long weight() {
    return lines.stream().mapToLong(Line::weight).sum();
  }

  /** Whether each option has the share of the weight that it has of the votes. */
  public boolean isEven() {
    return lines.stream().allMatch(line -> line.weight() * votes() == line.votes() * weight());
  }

  /** The line of that option, which must have been counted. */
  public Line line(OptionId option) {
    return lines.stream()
        .filter(line -> line.option().equals(option))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no option " + option));
  }

  /** The options of most weight; none without a vote. */
  public List<OptionId> leaders() {
    long most = lines.stream().mapToLong(Line::weight).max().orElse(0);
    return lines.stream()
        .filter(line -> line.weight() == most && most > 0)
        .map(Line::option)
        .toList();
  }
}
