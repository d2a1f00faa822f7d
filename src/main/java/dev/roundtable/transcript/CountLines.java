package dev.roundtable.transcript;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Tally;
import dev.roundtable.debate.Weight;
import java.util.List;

/** A tally as lines, one for each option in the order of the ballot. */
public final class CountLines {
  private CountLines() {}

  public static List<Block.CountLine> of(Debate debate, Tally tally, Phrases phrases) {
    var paper = debate.paper();
    var leaders = tally.leaders();
    boolean equal = debate.panel().equalWeights();
    return tally.lines().stream()
        .map(line ->
            new Block.CountLine(
                paper.option(line.option()).letter(),
                phrases.label(paper, line.option()),
                line.votes(),
                tally.weight() == 0 ? 0 : (double) line.weight() / tally.weight(),
                equal ? "" : Weight.print(line.weight()),
                leaders.contains(line.option())))
        .toList();
  }
}
