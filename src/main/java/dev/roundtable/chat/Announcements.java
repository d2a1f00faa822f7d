package dev.roundtable.chat;

import dev.roundtable.debate.Absence;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Excerpt;
import dev.roundtable.debate.Ruling;
import dev.roundtable.debate.Verdict;
import dev.roundtable.debate.Weight;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.transcript.Headlines;
import dev.roundtable.transcript.Phrases;
import dev.roundtable.transcript.Words;
import java.util.List;
import java.util.Optional;

/** The verdict in one sentence for the channel, the answer first. */
final class Announcements {
  private static final int MANY = 3;

  private final Debate debate;
  private final Phrases phrases;
  private final Words words;

  Announcements(Debate debate, Phrases phrases) {
    this.debate = debate;
    this.phrases = phrases;
    this.words = phrases.words();
  }

  /** For the first verdict, and for a later one that has another winner than the one before. */
  Optional<Message> of(Ruling ruling) {
    if (ruling.number() > 1 && winner(ruling.number() - 1).equals(winner(ruling.number()))) {
      return Optional.empty();
    }
    var key = "announcement-" + ruling.number();
    var asker = debate.opened().asker();
    return Optional.of(new Message.Announcement(key, sentence(ruling), asker, List.of()));
  }

  private Optional<?> winner(int verdict) {
    return debate.rulings().get(verdict - 1).verdict().winnerIfAny();
  }

  private String sentence(Ruling ruling) {
    var won = ruling.number() == 1 ? result(ruling.verdict()) : headline(ruling);
    var result = Excerpt.of(won, Message.MAX_ANNOUNCEMENT / 2);
    var said =
        absent(ruling.verdict())
            .map(who -> result + "; " + Excerpt.of(who, Message.MAX_ANNOUNCEMENT / 3))
            .orElse(result);
    var question = VisibleText.line(debate.question().text());
    int room = Message.MAX_ANNOUNCEMENT - words.say("announce", said, "").length();
    return words.say("announce", said, Excerpt.of(question, room));
  }

  // Superseded or not, what was announced stays as it was said.
  private String headline(Ruling ruling) {
    return Headlines.unsuperseded(debate, ruling, phrases);
  }

  private String result(Verdict verdict) {
    var count = verdict.count();
    return switch (verdict) {
      case Verdict.Won won -> {
        var tally = count.tally();
        var line = tally.line(won.winner());
        yield words.say(
            tally.isEven() ? "announce.won" : "announce.weighted",
            phrases.label(debate.paper(), won.winner()),
            line.votes(),
            count.seats(),
            Weight.print(line.weight()),
            Weight.print(tally.weight()));
      }
      case Verdict.Tied(var leaders, _, _) ->
          words.say(
              "announce.tied",
              phrases.score(count.tally()),
              phrases.labels(debate.paper(), leaders));
      case Verdict.NoQuorum _ ->
          words.say("announce.noQuorum", count.tally().votes(), count.seats());
    };
  }

  private Optional<String> absent(Verdict verdict) {
    var absent = verdict.count().absent();
    if (absent.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        absent.size() > MANY
            ? words.say("announce.absent", absent.size())
            : words.list(absent.stream().map(this::absent).toList()));
  }

  private String absent(Absence absence) {
    var name = VisibleText.line(debate.panel().seat(absence.seat()).name());
    return words.say("announce.absent.one", name, phrases.cause(brief(absence.cause())));
  }

  // Its own words are in the thread.
  private static Cause brief(Cause cause) {
    return cause instanceof Cause.Refused ? new Cause.Refused("") : cause;
  }
}
