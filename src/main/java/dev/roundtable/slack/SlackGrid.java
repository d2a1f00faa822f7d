package dev.roundtable.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.debate.Option;
import dev.roundtable.transcript.VoteGrid;
import dev.roundtable.transcript.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who voted what in which round, as a table; of many rounds the last ones. */
final class SlackGrid {
  // With fewer characters one label looks like the other.
  private static final int LEAST = 12;

  private final VoteGrid votes;
  private final Words words;
  private final int from;
  private final int cell;

  private SlackGrid(VoteGrid votes, Words words) {
    this.votes = votes;
    this.words = words;
    this.from = Math.max(0, votes.rounds().size() - SlackLimits.TABLE_CELLS + 1);
    int cells = (votes.rows().size() + 1) * (votes.rounds().size() - from + 1);
    this.cell = Math.min(SlackLimits.CELL, SlackLimits.TABLE / cells);
  }

  /** That table, nothing where Slack has no room for a row of each seat. */
  static Optional<SlackGrid> of(VoteGrid votes, Words words) {
    var grid = new SlackGrid(votes, words);
    boolean fits = votes.rows().size() < SlackLimits.TABLE_ROWS && grid.cell >= LEAST;
    return votes.isEmpty() || !fits ? Optional.empty() : Optional.of(grid);
  }

  ObjectNode table() {
    var block = SlackBlocks.object().put("type", "table");
    var rows = block.putArray("rows");
    var head = new ArrayList<String>();
    head.add(words.say("page.seat"));
    shown(votes.rounds()).forEach(round -> head.add(words.say("page.round", round)));
    SlackBlocks.row(rows, head, cell);
    for (var row : votes.rows()) {
      var cells = new ArrayList<String>();
      cells.add(row.name());
      shown(row.cells()).forEach(done -> cells.add(said(done)));
      SlackBlocks.row(rows, cells, cell);
    }
    return block;
  }

  /** How much of a message's room it takes. */
  int characters() {
    int all = 0;
    for (var row : table().get("rows")) {
      for (var text : row.findValuesAsText("text")) {
        all += text.length();
      }
    }
    return all;
  }

  private <T> List<T> shown(List<T> ofRounds) {
    return ofRounds.subList(from, ofRounds.size());
  }

  private String said(VoteGrid.Cell done) {
    return switch (done) {
      case VoteGrid.Voted(var option) -> option(option);
      case VoteGrid.Moved(var before, var after) -> before.letter() + " → " + option(after);
      case VoteGrid.Said() -> words.say("page.grid.position");
      case VoteGrid.Absent(var why) -> words.say("seat.absent", why);
      case VoteGrid.Awaited() -> words.say("seat.waiting");
    };
  }

  private static String option(Option option) {
    return option.letter() + " " + option.label();
  }
}
