package dev.roundtable.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.chat.Message;
import dev.roundtable.debate.Venue;
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
  private static final int SEAT_ROOM = 100;
  private static final int THREAD_NAME = 90;

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
    parts.add(Components.text("### " + question() + "\n" + state()));
    var votes = votes();
    if (!votes.isEmpty()) {
      parts.add(Components.separator());
      parts.add(Components.text(votes));
    }
    parts.add(Components.separator());
    parts.add(Components.text(small()));
    parts.addAll(rows());
    return Components.message(List.of(Components.container(colour(), parts)));
  }

  private ObjectNode plain() {
    var pieces = new ArrayList<>(List.of("**" + question() + "**", state(), votes(), small()));
    pieces.removeIf(String::isEmpty);
    var text = String.join("\n", pieces);
    return Components.message(DiscordText.cut(text, DiscordLimits.CONTENT), plainRows());
  }

  private List<ObjectNode> rows() {
    var rows = new ArrayList<ObjectNode>();
    if (!card.team().isEmpty()) {
      rows.add(Components.text("-# " + words.say("discord.team")));
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
    return sign(card.phase()) + " **" + phase + "** · " + DiscordText.line(card.status());
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

  private String votes() {
    var lines = new ArrayList<String>();
    if (!card.counts().isEmpty()) {
      lines.add(DiscordText.counts(card.counts()));
    }
    if (card.seats().size() <= MOST_SEATS) {
      card.seats().forEach(seat -> lines.add(line(seat)));
    } else {
      lines.add(crowd());
    }
    return String.join("\n", lines);
  }

  private static String line(Message.SeatLine seat) {
    var said = DiscordText.cut(DiscordText.line(seat.said()), SEAT_ROOM);
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
    card.notes().forEach(note -> lines.add("-# " + DiscordText.line(note)));
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
