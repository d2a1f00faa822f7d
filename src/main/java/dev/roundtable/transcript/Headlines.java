package dev.roundtable.transcript;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.Ruling;
import dev.roundtable.safety.VisibleText;
import java.util.LinkedHashSet;
import java.util.Set;

/** The sentence that a verdict is known by. */
public final class Headlines {
  private Headlines() {}

  /** For the first verdict its result; for a later one also what it answers and what it was. */
  public static String of(Debate debate, Ruling ruling, Phrases phrases) {
    var result = unsuperseded(debate, ruling, phrases);
    int next = ruling.number() + 1;
    return next <= debate.rulings().size()
        ? phrases.words().say("superseded", result, next)
        : result;
  }

  /** The same, whether or not a later verdict has taken its place. */
  public static String unsuperseded(Debate debate, Ruling ruling, Phrases phrases) {
    return ruling.number() > 1
        ? later(debate, ruling, phrases)
        : phrases.headline(ruling.verdict(), debate.paper());
  }

  private static String later(Debate debate, Ruling ruling, Phrases phrases) {
    var words = phrases.words();
    var before = debate.rulings().get(ruling.number() - 2);
    var was = phrases.shortResult(before.verdict(), debate.paper());
    var now = phrases.shortResult(ruling.verdict(), debate.paper());
    var people = speakers(debate, ruling);
    boolean answered = debate.isAnswered(ruling);
    if (people.isEmpty()) {
      var key = answered ? "headline.anotherRound" : "headline.anotherRound.unanswered";
      return words.say(key, ruling.number(), now, was);
    }
    var whose = words.list(people.stream().map(name -> words.say("possessive", name)).toList());
    var key = answered ? "headline.followUp" : "headline.followUp.unanswered";
    return words.say(key, ruling.number(), whose, now, was);
  }

  private static Set<String> speakers(Debate debate, Ruling ruling) {
    var names = new LinkedHashSet<String>();
    for (var message : ruling.followUps()) {
      debate
          .followUp(message)
          .filter(asked -> !asked.text().isBlank())
          .map(DebateEvent.FollowUpAsked::person)
          .ifPresent(person -> names.add(VisibleText.line(person.name())));
    }
    return names;
  }
}
