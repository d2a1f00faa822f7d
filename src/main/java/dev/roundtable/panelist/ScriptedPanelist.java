package dev.roundtable.panelist;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Brief;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.Provenance;
import dev.roundtable.session.Panelist;
import dev.roundtable.session.Timer;
import java.time.Duration;
import java.util.List;

/** Says its lines, one for each round; the words are read as a model's would be. */
final class ScriptedPanelist implements Panelist {
  private static final Duration FOREVER = Duration.ofDays(1);

  private final List<Script.Line> lines;
  private final Timer timer;

  ScriptedPanelist(List<Script.Line> lines, Timer timer) {
    this.lines = List.copyOf(lines);
    this.timer = timer;
  }

  @Override
  public Reply answer(Brief brief) throws InterruptedException {
    var line = lines.get(Math.min(brief.round(), lines.size()) - 1);
    timer.pause(line.delay());
    return switch (line) {
      case Script.Line.Says(var text, _) -> reply(read(brief, text));
      case Script.Line.Repeats(var ballot, _) -> new Reply(ballot.in(brief), ballot.provenance());
      case Script.Line.Fails(var cause, _) -> reply(new Ballot.Abstention(brief.seat(), cause));
      case Script.Line.Hangs _ -> {
        timer.pause(FOREVER);
        yield reply(new Ballot.Abstention(brief.seat(), new Cause.TimedOut(FOREVER)));
      }
    };
  }

  private static Ballot read(Brief brief, String text) {
    return switch (BallotReader.read(brief, text)) {
      case Reading.Read(var ballot) -> ballot;
      case Reading.Unreadable(var excerpt) ->
          new Ballot.Abstention(brief.seat(), new Cause.Unreadable(excerpt));
    };
  }

  private static Reply reply(Ballot ballot) {
    return new Reply(ballot, Provenance.CODE);
  }
}
