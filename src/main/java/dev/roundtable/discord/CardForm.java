package dev.roundtable.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.chat.Message;
import dev.roundtable.debate.Venue;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The card of a debate. How it stands is said in words, beside the colour and the signs. */
final class CardForm {
  static final int BLURPLE = 0x5865F2;
  private static final int GREEN = 0x57F287;
  private static final int YELLOW = 0xFEE75C;
  private static final int RED = 0xED4245;
  private static final int GREY = 0x99AAB5;

  /** Above this, seats are counted and not listed. */
  static final int MOST_SEATS = 20;

  /** Stands where the outlet puts the address of the thread once there is one. */
  static final String THREAD = "https://discord.com/channels/@thread";

  private static final int QUESTION = 1000;
  private static final int STATUS = 500;
  private static final int NOTE = 200;
  private static final int THREAD_NAME = 90;

  // Of a message of words alone.
  private static final int CONTENT_VOTES = 800;

  /**
   * How much is said of the votes, from all of it to as little as fits beside anything.
   *
   * @param label of each option
   * @param seat of what each seat says, 0 if the seats are counted
   */
  private record Measure(int label, int seat) {}

  private static final List<Measure> MEASURES =
      List.of(new Measure(80, 100), new Measure(40, 60), new Measure(40, 0), new Measure(20, 0));

  private final Message.Card card;
  private final Venue venue;
  private final Words words;
  private final Buttons buttons;

  CardForm(Message.Card card, Venue venue, Words words) {
    this.card = card;
    this.venue = venue;
    this.words = words;
    this.buttons = new Buttons(words);
  }

  Payload payload() {
    var payload = Payload.of(rich()).orPlain(plain());
    boolean threaded = venue.reach() != Venue.Reach.DIRECT && venue.thread() == null;
    return threaded ? payload.threadNamed(DiscordText.bare(card.question(), THREAD_NAME)) : payload;
  }

  private ObjectNode rich() {
    var parts = new ArrayList<ObjectNode>();
    var head = "### " + question() + "\n" + state();
    var foot = small();
    var team = card.team().isEmpty() ? "" : "-# " + words.say("discord.team");
    parts.add(Components.text(head));
    var votes = votes(PartForm.MOST_TEXT - head.length() - foot.length() - team.length());
    if (!votes.isEmpty()) {
      parts.add(Components.separator());
      parts.add(Components.text(votes));
    }
    parts.add(Components.separator());
    parts.add(Components.text(foot));
    parts.addAll(rows(team));
    return Components.message(List.of(Components.container(colour(), parts)));
  }

  private ObjectNode plain() {
    var pieces =
        new ArrayList<>(List.of("**" + question() + "**", state(), votes(CONTENT_VOTES), small()));
    pieces.removeIf(String::isEmpty);
    var text = String.join("\n", pieces);
    return Components.message(DiscordText.cut(text, DiscordLimits.CONTENT), plainRows());
  }

  private List<ObjectNode> rows(String team) {
    var rows = new ArrayList<ObjectNode>();
    if (!team.isEmpty()) {
      rows.add(Components.text(team));
      rows.addAll(Components.rows(buttons.team(card.team())));
    }
    var controls = new ArrayList<>(buttons.of(card.controls()));
    if (venue.reach() != Venue.Reach.DIRECT && venue.thread() == null) {
      controls.add(Components.link(words.say("discord.button.thread"), THREAD));
    }
    rows.addAll(Components.rows(controls));
    return rows;
  }

  private List<ObjectNode> plainRows() {
    var rows = new ArrayList<>(Components.rows(buttons.team(card.team())));
    rows.addAll(Components.rows(buttons.of(card.controls())));
    return rows;
  }

  private String question() {
    return DiscordText.cut(DiscordText.line(card.question()), QUESTION);
  }

  private String state() {
    var phase = words.say("discord.phase." + card.phase());
    return sign(card.phase()) + " **" + phase + "** · " + status();
  }

  private String status() {
    return DiscordText.cut(DiscordText.line(card.status()), STATUS);
  }

  private static String sign(Message.Phase phase) {
    return switch (phase) {
      case RUNNING -> "🔵";
      case AGREED -> "🟢";
      case SPLIT -> "🟡";
      case FAILED -> "🔴";
      case STOPPED -> "⚪";
    };
  }

  private int colour() {
    return switch (card.phase()) {
      case RUNNING -> BLURPLE;
      case AGREED -> GREEN;
      case SPLIT -> YELLOW;
      case FAILED -> RED;
      case STOPPED -> GREY;
    };
  }

  private String votes(int most) {
    return MEASURES.stream()
        .map(this::votes)
        .filter(text -> text.length() <= most)
        .findFirst()
        .orElseGet(() -> votes(MEASURES.getLast()));
  }

  private String votes(Measure measure) {
    var lines = new ArrayList<String>();
    if (!card.counts().isEmpty()) {
      lines.add(DiscordText.counts(shortened(measure.label())));
    }
    if (card.seats().size() <= MOST_SEATS && measure.seat() > 0) {
      card.seats().forEach(seat -> lines.add(line(seat, measure.seat())));
    } else {
      lines.add(crowd());
    }
    return String.join("\n", lines);
  }

  private List<Block.CountLine> shortened(int most) {
    return card.counts().stream()
        .map(line -> {
          var label = DiscordText.cut(line.label(), most);
          return new Block.CountLine(
              line.letter(), label, line.votes(), line.share(), line.weight(), line.leads());
        })
        .toList();
  }

  private static String line(Message.SeatLine seat, int most) {
    var said = DiscordText.cut(DiscordText.line(seat.said()), most);
    return sign(seat.mark()) + " **" + DiscordText.line(seat.name()) + "** · " + said;
  }

  private static String sign(Message.SeatLine.Mark mark) {
    return switch (mark) {
      case WAITING -> "⏳";
      case ANSWERED -> "☑️";
      case CHANGED -> "🔁";
      case ABSENT -> "⚠️";
    };
  }

  private String crowd() {
    var marks =
        card.seats().stream()
            .collect(Collectors.groupingBy(Message.SeatLine::mark, Collectors.counting()));
    return marks.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry ->
            sign(entry.getKey())
                + " "
                + words.say("discord.seats." + entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(" · "));
  }

  private String small() {
    var lines = new ArrayList<String>();
    card.notes().forEach(note -> lines.add("-# " + DiscordText.cut(DiscordText.line(note), NOTE)));
    var gives = card.givesUpAt();
    var when = words.say("discord.asOf", clock(card.changedAt()));
    lines.add("-# " + (gives == null ? when : words.say("discord.givesUp", soon(gives))));
    return String.join("\n", lines);
  }

  // Discord shows these in the reader's own time: Reference, Message Formatting.
  private static String soon(Instant at) {
    return "<t:" + at.getEpochSecond() + ":R>";
  }

  private static String clock(Instant at) {
    return "<t:" + at.getEpochSecond() + ":f>";
  }
}
