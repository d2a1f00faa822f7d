package dev.roundtable.export;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Change;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.Option;
import dev.roundtable.debate.Round;
import dev.roundtable.debate.SeatId;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.transcript.Grounds;
import dev.roundtable.transcript.Phrases;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.Words;
import java.util.Optional;

/** What a seat handed in for a round: its vote, its words, and what changed its mind. */
final class AnswerCards {
  private final Debate debate;
  private final Words words;
  private final Phrases phrases;
  private final HtmlBlocks blocks;

  AnswerCards(Debate debate, Phrases phrases, HtmlBlocks blocks) {
    this.debate = debate;
    this.words = phrases.words();
    this.phrases = phrases;
    this.blocks = blocks;
  }

  /** Of the section {@code round-N/SEAT}. */
  Tag card(Section section) {
    int slash = section.key().indexOf('/');
    int number = Integer.parseInt(section.key().substring("round-".length(), slash));
    var seat = new SeatId(section.key().substring(slash + 1));
    var round = debate.rounds().get(number - 1);
    var name = VisibleText.line(debate.panel().seat(seat).name());
    var card = Tag.of("article", Tag.of("h3", Direction.within(name)));
    var cast = round.of(seat).map(DebateEvent.BallotCast::ballot);
    if (cast.isEmpty()) {
      card.add(Tag.of("p", words.say("seat.waiting")).classed("meta waiting"));
    } else {
      ballot(round, cast.get(), card);
    }
    var change = cast.flatMap(_ -> change(round, seat));
    change.ifPresent(moved -> card.add(because(moved)));
    return card.add(Tag.of("div", blocks.of(section.blocks())).classed("words"))
        .classed("part answer" + (change.isPresent() ? " moved" : "") + hue(round, cast));
  }

  private static String hue(Round round, Optional<Ballot> cast) {
    return cast.flatMap(round::vote).isPresent() ? " voted" : " silent";
  }

  private void ballot(Round round, Ballot ballot, Tag card) {
    switch (ballot) {
      case Ballot.Abstention(_, var cause) ->
          card.add(
              Direction.of("p", words.say("seat.absent", phrases.cause(cause)))
                  .classed("meta absent"));
      case Ballot.Answered answered -> card.add(meta(round, answered));
    }
  }

  private Html meta(Round round, Ballot.Answered ballot) {
    var meta = Tag.of("p").classed("meta");
    round.vote(ballot).ifPresent(vote -> meta.add(vote(debate.paper().option(vote.option()))));
    var confidence = ballot.confidence();
    if (confidence != null) {
      var sure = words.say("seat.confidence", Math.round(confidence * 100));
      meta.add(Html.text(" "), Tag.of("span", sure).classed("sure"));
    }
    return meta;
  }

  private Html vote(Option option) {
    var label = Tag.of("b", Direction.within(phrases.label(debate.paper(), option.id())));
    return Tag.of("span", Looks.chip(option.letter()), Html.text(" "), label).classed("vote");
  }

  private Html because(Change change) {
    var from = phrases.label(debate.paper(), change.from());
    return Tag.of(
            "p",
            Tag.of("b", Direction.within(words.say("seat.changed", from))).classed("mark"),
            Direction.within(", " + new Grounds(debate, phrases).of(change)))
        .classed("because");
  }

  private Optional<Change> change(Round round, SeatId seat) {
    return debate.changes().stream()
        .filter(change -> change.round() == round.number() && change.seat().equals(seat))
        .findFirst();
  }
}
