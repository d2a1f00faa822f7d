package dev.roundtable.chat;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Change;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.Excerpt;
import dev.roundtable.debate.Round;
import dev.roundtable.debate.Ruling;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.Venue;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Phrases;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.Span;
import dev.roundtable.transcript.Transcript;
import dev.roundtable.transcript.Transcripts;
import dev.roundtable.transcript.VoteGrid;
import dev.roundtable.transcript.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The messages of the thread, made of the transcript's sections. */
final class ThreadParts {
  // A round of any size in one message, as the smallest platform has it.
  private static final int DIGEST_CHARS = 6_000;
  private static final int LEAST_EXCERPT = 60;
  private static final int MOST_EXCERPT = 400;

  private static final int ASKED_EXCERPT = 300;

  private final Debate debate;
  private final Transcript transcript;
  private final Phrases phrases;
  private final Words words;

  ThreadParts(Debate debate, Phrases phrases) {
    this.debate = debate;
    this.transcript = Transcripts.of(debate, phrases.words());
    this.phrases = phrases;
    this.words = phrases.words();
  }

  /** One message for each seat that has answered, in the order in which they did. */
  List<Message> voices(Round round) {
    return round.cast().stream()
        .filter(cast -> cast.ballot() instanceof Ballot.Answered)
        .map(cast -> voice(round, cast.ballot().seat()))
        .toList();
  }

  private Message voice(Round round, SeatId seat) {
    var name = VisibleText.line(debate.panel().seat(seat).name());
    var seats = debate.panel().seats().stream().map(Seat::id).toList();
    var speaker = new Speaker(seat, name, seats.indexOf(seat));
    var key = key(round, seat);
    return new Message.Part(key, speaker, sections(key), List.of(readFull(key)), false);
  }

  private Control readFull(String section) {
    return new Control.ReadFull(debate.id(), section);
  }

  /** One message in the order of the panel: who changed in full, the others in a line each. */
  Message round(Round round) {
    var sections = new ArrayList<Section>();
    sections.addAll(sections("round-" + round.number()));
    sections.addAll(asked(round));
    boolean voices = debate.opened().venue().style() == Venue.Style.VOICES;
    var inFull = voices ? changed(round) : Set.<SeatId>of();
    inFull.forEach(seat -> sections.addAll(sections(key(round, seat))));
    var lines = new ArrayList<Block.Item>();
    for (var seat : debate.panel().seats()) {
      if (!inFull.contains(seat.id())) {
        round.of(seat.id()).ifPresent(cast -> lines.add(line(round, cast, voices)));
      }
    }
    if (!lines.isEmpty()) {
      var list = new Block.ItemList(false, lines);
      var key = "round-" + round.number() + "/lines";
      sections.add(new Section(key, Section.Weight.BODY, List.of(), List.of(list)));
    }
    var controls = new ArrayList<Control>();
    controls.add(new Control.Transcript(debate.id()));
    inFull.forEach(seat -> controls.add(readFull(key(round, seat))));
    return new Message.Part("round-" + round.number(), null, sections, controls, true);
  }

  // What came in a form stands nowhere else in the thread.
  private List<Section> asked(Round round) {
    var items =
        round.opened().followUps().stream()
            .filter(message -> !debate.withdrawn().contains(message))
            .flatMap(message -> debate.followUp(message).stream())
            .filter(asked -> !asked.text().isBlank())
            .map(this::asked)
            .toList();
    var key = "round-" + round.number() + "/asked";
    var list = List.<Block>of(new Block.ItemList(false, items));
    return items.isEmpty()
        ? List.of()
        : List.of(new Section(key, Section.Weight.BODY, List.of(), list));
  }

  private Block.Item asked(DebateEvent.FollowUpAsked asked) {
    var who = words.say("followUp", VisibleText.line(asked.person().name()));
    var text = Excerpt.of(VisibleText.line(asked.text()), ASKED_EXCERPT);
    return Block.item(List.of(Span.strong(who), Span.plain(": " + text)));
  }

  private Set<SeatId> changed(Round round) {
    return debate.changes().stream()
        .filter(change -> change.round() == round.number())
        .map(Change::seat)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Block.Item line(Round round, DebateEvent.BallotCast cast, boolean brief) {
    var seat = cast.ballot().seat();
    var line = new ArrayList<>(headings(key(round, seat)));
    if (!brief
        && cast.ballot() instanceof Ballot.Answered answered
        && !answered.reasons().isBlank()) {
      line.add(Span.plain(": " + excerpt(answered.reasons())));
    }
    return Block.item(line);
  }

  private List<Span> headings(String key) {
    return transcript.find(key).map(Section::heading).orElse(List.of());
  }

  private String excerpt(String reasons) {
    int share = DIGEST_CHARS / debate.panel().seats().size();
    return Excerpt.of(VisibleText.line(reasons), Math.clamp(share, LEAST_EXCERPT, MOST_EXCERPT));
  }

  /** The verdict with all that is to be said about it. */
  Message.Part verdict(Ruling ruling) {
    var key = "verdict-" + ruling.number();
    var sections =
        transcript.sections().stream()
            .filter(section -> section.key().equals(key) || section.key().startsWith(key + "/"))
            .toList();
    boolean latest = ruling.number() == debate.rulings().size();
    var controls = latest ? controls(ruling) : List.<Control>of();
    return new Message.Part(key, null, sections, controls, true)
        .with(VoteGrid.of(debate, ruling.lastRound(), phrases));
  }

  private List<Control> controls(Ruling ruling) {
    var controls = new ArrayList<Control>();
    controls.add(new Control.AskFollowUp(debate.id()));
    long voted =
        ruling.verdict().count().tally().lines().stream().filter(line -> line.votes() > 0).count();
    if (voted > 1) {
      controls.add(new Control.MinorityView(debate.id()));
    }
    controls.add(new Control.Transcript(debate.id()));
    controls.add(new Control.Delete(debate.id()));
    return controls;
  }

  private List<Section> sections(String key) {
    return transcript.find(key).map(List::of).orElse(List.of());
  }

  private static String key(Round round, SeatId seat) {
    return "round-" + round.number() + "/" + seat;
  }
}
