package dev.roundtable.transcript;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Ruling;
import dev.roundtable.debate.Verdict;

/** The text of a summary: the chair's, or the bot's own words in its place. */
public final class SummaryText {
  private SummaryText() {}

  /** Markdown, untrusted where the chair wrote it. */
  public static String of(Debate debate, Ruling ruling, Phrases phrases) {
    var written = ruling.summary();
    var text = written == null ? null : written.summary().text();
    return text == null || text.isBlank() ? template(debate, ruling, phrases) : text;
  }

  private static String template(Debate debate, Ruling ruling, Phrases phrases) {
    var words = phrases.words();
    var paper = debate.paper();
    var count = ruling.verdict().count();
    return switch (ruling.verdict()) {
      case Verdict.Won won -> {
        long moved = count.changes().stream().map(change -> change.seat()).distinct().count();
        var movement = moved == 0 ? "" : words.say("summary.moved", moved);
        var score = phrases.counts(count.tally(), paper);
        var key = count.tally().isEven() ? "summary.won" : "summary.weighted";
        yield words.say(key, phrases.label(paper, won.winner()), score, movement);
      }
      case Verdict.Tied(var leaders, _, _) ->
          words.say("summary.tied", phrases.score(count.tally()), phrases.labels(paper, leaders));
      case Verdict.NoQuorum _ ->
          words.say("summary.noQuorum", count.tally().votes(), count.seats());
    };
  }
}
