package dev.roundtable.export;

import dev.roundtable.debate.Debate;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.transcript.Phrases;

/** What a debate that is at work waits for. */
final class Status {
  private static final int MOST_NAMES = 4;

  private Status() {}

  static String of(Debate debate, Phrases phrases) {
    var words = phrases.words();
    var awaited = debate.awaited();
    if (awaited.isEmpty()) {
      return words.say(debate.rounds().isEmpty() ? "page.status.begins" : "page.status.chair");
    }
    int round = debate.rounds().size();
    if (awaited.size() > MOST_NAMES) {
      return words.say("page.status.many", round, awaited.size(), debate.panel().seats().size());
    }
    var names = awaited.stream().map(seat -> VisibleText.line(seat.name())).toList();
    return words.say("page.status.waiting", round, words.list(names));
  }
}
