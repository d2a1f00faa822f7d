package dev.roundtable.panelist;

import dev.roundtable.debate.Argument;
import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Brief;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.Folding;
import dev.roundtable.debate.Option;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.Provenance;
import dev.roundtable.session.Panelist;
import dev.roundtable.session.Timer;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A seat of the demonstration panel. The same brief gets the same answer: every choice is drawn
 * from the debate's id, the question and the seat.
 */
final class DemoPanelist implements Panelist {
  private static final double SILENCE = 0.05;
  private static final double SILENT_LATER = 0.02;
  private static final double LEANING = 0.8;
  private static final double COMMON = 0.4;

  private final DemoScript script;
  private final DemoScript.Temperament self;
  private final Timer timer;
  private final Duration slowest;

  /**
   * Sits down.
   *
   * @param slowest how long an answer takes at most; zero for at once
   */
  DemoPanelist(DemoScript script, DemoScript.Temperament self, Timer timer, Duration slowest) {
    this.script = script;
    this.self = self;
    this.timer = timer;
    this.slowest = slowest;
  }

  @Override
  public Reply answer(Brief brief) throws InterruptedException {
    var pace = 0.15 + 0.85 * dice(brief, "pace").nextDouble();
    timer.pause(Duration.ofMillis((long) (slowest.toMillis() * pace)));
    return new Reply(ballot(brief), Provenance.CODE);
  }

  private Ballot ballot(Brief brief) {
    double silence = brief.round() == 1 ? SILENCE : SILENT_LATER;
    if (dice(brief, "silence").nextDouble() < silence) {
      return new Ballot.Abstention(
          brief.seat(), new Cause.Refused(pick(script.silences(), brief, "silences")));
    }
    if (brief.open()) {
      var statement = pick(self.positions(), brief, "position");
      var reasons = pick(self.reasons(), brief, "reasons");
      return new Ballot.Position(brief.seat(), statement, reasons, confidence(brief));
    }
    return brief.own() instanceof Ballot.Vote before ? again(brief, before) : first(brief);
  }

  private Ballot first(Brief brief) {
    var favourite =
        brief.options().stream()
            .max(Comparator.comparingDouble(option -> liking(brief, option)))
            .orElseThrow();
    var reasons = fill("{argument}", brief, favourite.label(), "");
    return new Ballot.Vote(brief.seat(), favourite.id(), reasons, confidence(brief), null);
  }

  // What everybody feels about an option, what this seat feels, and what its label does to it.
  private double liking(Brief brief, Option option) {
    var words = List.of(Folding.words(option.label()).split(" ", -1));
    boolean leans = self.leans().stream().anyMatch(words::contains);
    double common = random(brief, "common", option.id().value()).nextGaussian();
    double own = random(brief, self.id(), option.id().value()).nextGaussian();
    return COMMON * common + own + (leans ? LEANING : 0);
  }

  private Ballot again(Brief brief, Ballot.Vote before) {
    var moving = brief.arguments().stream().filter(a -> moves(brief, before, a)).findFirst();
    var target = moving.flatMap(argument -> target(brief, argument));
    var own = label(brief, before.option());
    if (target.isEmpty() || target.get().equals(before.option())) {
      var reasons = fill(pick(self.keeps(), brief, "keep"), brief, own, own);
      return new Ballot.Vote(brief.seat(), before.option(), reasons, before.confidence(), null);
    }
    var argument = moving.orElseThrow();
    var moved = pick(script.moves(), brief, "move");
    var reasons = fill(moved, brief, label(brief, target.get()), own);
    return new Ballot.Vote(brief.seat(), target.get(), reasons, confidence(brief), argument.id());
  }

  private boolean moves(Brief brief, Ballot.Vote before, Argument argument) {
    var target = target(brief, argument);
    double resistance = random(brief, self.id(), argument.text()).nextDouble();
    double openness = argument instanceof Argument.OfPerson ? 2 * self.openness() : self.openness();
    return target.isPresent() && !target.get().equals(before.option()) && resistance < openness;
  }

  private static Optional<OptionId> target(Brief brief, Argument argument) {
    return switch (argument) {
      case Argument.OfSeats said -> Optional.of(said.option());
      case Argument.OfPerson said -> named(brief, said.text());
    };
  }

  private static Optional<OptionId> named(Brief brief, String text) {
    var words = " " + Folding.words(text) + " ";
    return brief.options().stream()
        .filter(option -> words.contains(" " + Folding.words(option.label()) + " "))
        .map(Option::id)
        .findFirst();
  }

  private static String label(Brief brief, OptionId id) {
    return brief.options().stream()
        .filter(option -> option.id().equals(id))
        .map(Option::label)
        .findFirst()
        .orElseThrow();
  }

  private double confidence(Brief brief) {
    return Math.round(55 + 40 * dice(brief, "confidence").nextDouble()) / 100.0;
  }

  private String pick(List<String> texts, Brief brief, String purpose) {
    return texts.get(dice(brief, purpose).nextInt(texts.size()));
  }

  private String fill(String text, Brief brief, String option, String from) {
    return text.replace("{argument}", pick(self.arguments(), brief, "argument"))
        .replace("{option}", option)
        .replace("{from}", from);
  }

  private Random dice(Brief brief, String purpose) {
    return random(brief, self.id(), purpose + brief.round());
  }

  private static Random random(Brief brief, String who, String what) {
    var seed = String.join("\n", brief.debate().value(), brief.question().text(), who, what);
    long mixed = seed.hashCode() * 0x9e3779b97f4a7c15L;
    return new Random(mixed ^ (mixed >>> 32));
  }
}
