package dev.roundtable.export;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.transcript.Phrases;
import java.util.stream.Stream;

/** What a debate that is at work waits for, or is about to be at work for. */
final class Status {
  private static final int MOST_NAMES = 4;

  private Status() {}

  /** Whether somebody has spoken up since the verdict, and has no answer yet. */
  static boolean isToAnswer(Debate debate) {
    return debate.settled() && waiting(debate).findAny().isPresent();
  }

  private static Stream<DebateEvent.FollowUpAsked> waiting(Debate debate) {
    return debate.waitingFollowUps().stream()
        .filter(DebateEvent.FollowUpAsked::opensRound)
        .filter(asked -> !asked.text().isBlank());
  }

  static String of(Debate debate, Phrases phrases) {
    var words = phrases.words();
    if (isToAnswer(debate)) {
      var people = waiting(debate).map(asked -> VisibleText.line(asked.person().name())).distinct();
      return words.say("page.status.heard", words.list(people.toList()));
    }
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
