package dev.roundtable.transcript;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.BallotPaper;
import dev.roundtable.debate.Change;
import dev.roundtable.debate.Cost;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.Ruling;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.TeamVote;
import dev.roundtable.debate.Verdict;
import dev.roundtable.safety.VisibleText;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A numbered verdict as sections: the result, and after the rounds what is to be said about it. */
final class VerdictSections {
  private final Debate debate;
  private final Ruling ruling;
  private final Phrases phrases;
  private final Words words;
  private final BallotPaper paper;

  VerdictSections(Debate debate, Ruling ruling, Phrases phrases) {
    this.debate = debate;
    this.ruling = ruling;
    this.phrases = phrases;
    this.words = phrases.words();
    this.paper = debate.paper();
  }

  /** The result with the options and what each got. */
  Section verdict() {
    var blocks = new ArrayList<Block>();
    var headline = Headlines.of(debate, ruling, phrases);
    blocks.add(counts());
    if (!debate.panel().equalWeights()) {
      var weights =
          debate.panel().seats().stream()
              .map(seat -> VisibleText.line(seat.name()) + " " + seat.weight())
              .collect(Collectors.joining(", "));
      blocks.add(Block.paragraph(words.say("weights", weights)));
    }
    blocks.add(Block.paragraph(words.say("stop." + ruling.reached().reason(), ruling.lastRound())));
    return section("verdict", Section.Weight.LEAD, headline, blocks);
  }

  private Block counts() {
    return new Block.Counts(CountLines.of(debate, ruling.verdict().count().tally(), phrases));
  }

  /** Everything that follows the rounds, in reading order; what has nothing to say is left out. */
  List<Section> after() {
    var sections = new ArrayList<Section>();
    var written = ruling.summary();
    if (written != null) {
      sections.addAll(new SummarySections(debate, ruling, written, phrases).all());
    }
    changes().ifPresent(sections::add);
    absent().ifPresent(sections::add);
    team().ifPresent(sections::add);
    sources().ifPresent(sections::add);
    sections.add(record());
    return sections;
  }

  private Optional<Section> changes() {
    if (ruling.lastRound() == 1) {
      return Optional.empty();
    }
    var items = new ArrayList<Block.Item>();
    for (var change : ruling.verdict().count().changes()) {
      if (change.round() >= ruling.firstRound()) {
        items.add(Block.item(change(change)));
      }
    }
    Block block =
        items.isEmpty()
            ? Block.paragraph(words.say("changes.none"))
            : new Block.ItemList(false, items);
    return Optional.of(
        section("changes", Section.Weight.BODY, words.say("changes"), List.of(block)));
  }

  private List<Span> change(Change change) {
    var spans = new ArrayList<Span>();
    spans.add(seatName(change.seat()));
    var from = phrases.label(paper, change.from());
    var to = phrases.label(paper, change.to());
    var moved = words.say("changes.one", from, to, change.round());
    spans.add(Span.plain(" " + moved + ", " + new Grounds(debate, phrases).of(change)));
    return spans;
  }

  private Span seatName(SeatId id) {
    return new Span.SeatName(id, VisibleText.line(debate.panel().seat(id).name()));
  }

  private Optional<Section> absent() {
    var count = ruling.verdict().count();
    var items = new ArrayList<Block.Item>();
    for (var absence : count.absent()) {
      var cause = ": " + phrases.cause(absence.cause());
      items.add(Block.item(List.of(seatName(absence.seat()), Span.plain(cause))));
    }
    for (var absence : count.standing()) {
      var cause = words.say("standing", absence.round(), phrases.cause(absence.cause()));
      items.add(Block.item(List.of(seatName(absence.seat()), Span.plain(" " + cause))));
    }
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(
            section(
                "absent",
                Section.Weight.BODY,
                words.say("absent"),
                List.of(new Block.ItemList(false, items))));
  }

  private Optional<Section> team() {
    var now = debate.teamTally();
    boolean last = ruling.number() == debate.rulings().size();
    if (!last || now.votes() < TeamVote.MIN_VOTERS) {
      return Optional.empty();
    }
    var blocks = new ArrayList<Block>();
    var before = debate.teamTallyBefore();
    if (before.votes() >= TeamVote.MIN_VOTERS) {
      blocks.add(Block.paragraph(words.say("team.before", phrases.counts(before, paper))));
    }
    blocks.add(Block.paragraph(words.say("team.after", phrases.counts(now, paper))));
    blocks.add(Block.paragraph(words.say("team.secret", TeamVote.MIN_VOTERS)));
    return Optional.of(section("team", Section.Weight.BODY, words.say("team"), blocks));
  }

  private Optional<Section> sources() {
    var items =
        CitedSource.of(debate, ruling).stream()
            .map(source -> Block.item(source.spans(words)))
            .toList();
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(
            section(
                "sources",
                Section.Weight.DETAIL,
                words.say("sources"),
                List.of(new Block.ItemList(true, items))));
  }

  private Section record() {
    var parts = new ArrayList<String>();
    parts.add(cost(debate.cost()));
    parts.add(ballots());
    parts.add(words.say("record.time", phrases.duration(slowest())));
    var lean = ruling.verdict().count().lean();
    if (ruling.verdict() instanceof Verdict.Tied) {
      parts.add(words.say("record.lean", phrases.counts(lean, paper)));
    }
    if (!debate.panel().scripted()) {
      parts.add(words.say("record.ai"));
    }
    var line = Block.paragraph(String.join(" · ", parts));
    return section("record", Section.Weight.DETAIL, words.say("record"), List.of(line));
  }

  // A position is a vote for the option that was made of it.
  private String ballots() {
    var ballots =
        debate.rounds().subList(ruling.firstRound() - 1, ruling.lastRound()).stream()
            .flatMap(round -> round.cast().stream())
            .map(DebateEvent.BallotCast::ballot)
            .toList();
    long abstentions = ballots.stream().filter(Ballot.Abstention.class::isInstance).count();
    var votes = words.say("record.votes", ballots.size() - abstentions);
    return abstentions == 0 ? votes : votes + ", " + words.say("record.abstentions", abstentions);
  }

  // Seats answer side by side, so a round takes as long as its slowest.
  private Duration slowest() {
    var total = Duration.ZERO;
    for (int number = ruling.firstRound(); number <= ruling.lastRound(); number++) {
      total =
          total.plus(
              debate.rounds().get(number - 1).cast().stream()
                  .map(DebateEvent.BallotCast::latency)
                  .max(Comparator.naturalOrder())
                  .orElse(Duration.ZERO));
    }
    return total;
  }

  private String cost(Cost cost) {
    if (cost.usd().signum() == 0) {
      return words.say(cost.complete() ? "record.cost.none" : "record.cost.unknown");
    }
    var usd = cost.usd().setScale(4, RoundingMode.HALF_UP).toPlainString();
    return words.say(cost.complete() ? "record.cost.known" : "record.cost.partly", usd);
  }

  private Section section(String what, Section.Weight weight, String heading, List<Block> blocks) {
    var key =
        what.equals("verdict")
            ? what + "-" + ruling.number()
            : "verdict-" + ruling.number() + "/" + what;
    return new Section(key, weight, List.of(Span.plain(heading)), blocks);
  }
}
