package dev.roundtable.chat;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.OptionId;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Phrases;
import dev.roundtable.transcript.Span;
import dev.roundtable.transcript.Transcripts;
import java.util.ArrayList;
import java.util.List;

/** What one person wants to read of a debate. */
final class Reading {
  private final Debate debate;
  private final Phrases phrases;

  Reading(Debate debate, Phrases phrases) {
    this.debate = debate;
    this.phrases = phrases;
  }

  /** One section in full. */
  Answer section(String key) {
    return Transcripts.of(debate, phrases.words())
        .find(key)
        .<Answer>map(section -> {
          var blocks = new ArrayList<Block>();
          blocks.add(new Block.Paragraph(List.of(new Span.Strong(section.heading()))));
          blocks.addAll(section.blocks());
          return new Answer.Told(blocks);
        })
        .orElseGet(() -> Answer.Told.sentence(phrases.words().say("chat.gone")));
  }

  /** The last votes for options that lost, with their reasons. */
  Answer minority() {
    var leaders = debate.tally().leaders();
    var blocks = new ArrayList<Block>();
    debate
        .lastVotes()
        .values()
        .forEach(vote -> {
          if (leaders.size() > 1 || !leaders.contains(vote.option())) {
            blocks.add(heading(vote));
            blocks.addAll(Transcripts.markdown(vote.reasons()));
          }
        });
    return blocks.isEmpty()
        ? Answer.Told.sentence(phrases.words().say("chat.noMinority"))
        : new Answer.Told(blocks);
  }

  private Block heading(Ballot.Vote vote) {
    var name = VisibleText.line(debate.panel().seat(vote.seat()).name());
    return new Block.Paragraph(
        List.of(new Span.SeatName(vote.seat(), name), Span.plain(" · "), label(vote.option())));
  }

  private Span label(OptionId option) {
    return Span.strong(phrases.label(debate.paper(), option));
  }

  /** The whole transcript. */
  Answer document() {
    return new Answer.Document(debate.id(), Transcripts.of(debate, phrases.words()));
  }
}
