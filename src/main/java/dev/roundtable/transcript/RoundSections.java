package dev.roundtable.transcript;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Change;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.Folding;
import dev.roundtable.debate.HiddenAnswer;
import dev.roundtable.debate.Round;
import dev.roundtable.debate.Seat;
import dev.roundtable.safety.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A round as sections: what it was, then each seat's ballot in the order of the panel. */
final class RoundSections {
  private final Debate debate;
  private final List<Change> changes;
  private final Phrases phrases;
  private final Words words;

  RoundSections(Debate debate, Phrases phrases) {
    this.debate = debate;
    this.changes = debate.changes();
    this.phrases = phrases;
    this.words = phrases.words();
  }

  List<Section> of(Round round) {
    var sections = new ArrayList<Section>();
    var blocks = new ArrayList<Block>();
    var grouping = round.grouping();
    if (grouping != null && !grouping.members().isEmpty()) {
      blocks.add(Block.paragraph(words.say("grouped." + grouping.by())));
    }
    var heading = List.of(Span.plain(words.say(title(round), round.number())));
    sections.add(new Section(key(round), Section.Weight.BODY, heading, blocks));
    for (var seat : debate.panel().seats()) {
      sections.add(seat(round, seat));
    }
    return sections;
  }

  private static String title(Round round) {
    if (!round.opened().followUps().isEmpty()) {
      return "round.followUp";
    }
    return round.number() == 1 ? "round.blind" : "round.rebuttal";
  }

  private static String key(Round round) {
    return "round-" + round.number();
  }

  private Section seat(Round round, Seat seat) {
    var cast = round.of(seat.id());
    var heading = new ArrayList<Span>();
    heading.add(new Span.SeatName(seat.id(), VisibleText.line(seat.name())));
    var blocks = new ArrayList<Block>();
    if (cast.isEmpty()) {
      heading.add(Span.plain(" · " + words.say("seat.waiting")));
    } else {
      ballot(round, cast.get(), heading, blocks);
    }
    if (round.late().contains(seat.id())) {
      blocks.add(Block.paragraph(words.say("seat.late")));
    }
    return new Section(key(round) + "/" + seat.id(), Section.Weight.DETAIL, heading, blocks);
  }

  private void ballot(
      Round round, DebateEvent.BallotCast cast, List<Span> heading, List<Block> blocks) {
    switch (cast.ballot()) {
      case Ballot.Abstention(_, var cause) ->
          heading.add(Span.plain(" · " + words.say("seat.absent", phrases.cause(cause))));
      case Ballot.Vote vote -> {
        answered(round, vote, heading);
        blocks.addAll(reasons(round, vote, cast));
      }
      case Ballot.Position position -> {
        if (!isOwnLabel(round, position) && !isHidden(round, position)) {
          var statement = VisibleText.line(position.statement());
          blocks.add(Block.paragraph(words.say("seat.position", statement)));
        }
        answered(round, position, heading);
        blocks.addAll(reasons(round, position, cast));
      }
    }
  }

  private boolean isOwnLabel(Round round, Ballot.Position position) {
    var said = Folding.words(position.statement());
    return round
        .vote(position)
        .map(vote -> Folding.words(debate.paper().label(vote.option())).equals(said))
        .orElse(false);
  }

  private void answered(Round round, Ballot.Answered ballot, List<Span> heading) {
    round
        .vote(ballot)
        .ifPresent(vote -> {
          heading.add(Span.plain(" · "));
          heading.add(Span.strong(phrases.label(debate.paper(), vote.option())));
        });
    var confidence = ballot.confidence();
    if (confidence != null) {
      var percent = Math.round(confidence * 100);
      heading.add(Span.plain(" · " + words.say("seat.confidence", percent)));
    }
    change(round, ballot).ifPresent(change -> heading.addAll(marks(change)));
  }

  private List<Block> reasons(Round round, Ballot.Answered ballot, DebateEvent.BallotCast cast) {
    if (isHidden(round, ballot)) {
      return List.of(Block.paragraph(words.say("seat.hidden")));
    }
    var reasons = Markdown.blocks(ballot.reasons());
    return reasons.isEmpty()
        ? List.of(Block.paragraph(words.say("seat.noReasons")))
        : new Citations(cast.provenance().sources()).in(reasons);
  }

  private boolean isHidden(Round round, Ballot ballot) {
    return debate.hidden().contains(new HiddenAnswer(round.number(), ballot.seat()));
  }

  private Optional<Change> change(Round round, Ballot ballot) {
    return changes.stream()
        .filter(change -> change.round() == round.number() && change.seat().equals(ballot.seat()))
        .findFirst();
  }

  private List<Span> marks(Change change) {
    var from = phrases.label(debate.paper(), change.from());
    var marks = new ArrayList<Span>();
    marks.add(Span.plain(" · "));
    marks.add(new Span.Emphasis(List.of(Span.plain(words.say("seat.changed", from)))));
    if (change.withoutNewArgument()) {
      marks.add(Span.plain(" · " + words.say("seat.conformed")));
    }
    return marks;
  }
}
