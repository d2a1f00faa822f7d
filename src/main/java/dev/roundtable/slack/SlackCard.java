package dev.roundtable.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.chat.Message;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.transcript.Span;
import dev.roundtable.transcript.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The card of a debate: what is asked, how it stands, what can be pressed. */
final class SlackCard {
  private static final String TIME = "{time}";
  private static final String DAY_AND_TIME = "{date_short_pretty} {time}";

  private final Message.Card card;
  private final Words words;
  private final SlackButtons buttons;

  SlackCard(Message.Card card, Words words) {
    this.card = card;
    this.words = words;
    this.buttons = new SlackButtons(words);
  }

  /** Everything on the card in plain words. */
  String text() {
    var parts = new ArrayList<String>();
    parts.add(card.status() + ": " + VisibleText.line(card.question()));
    parts.add(PlainBlocks.counts(card.counts()));
    parts.add(
        card.seats().stream()
            .map(seat -> seat.name() + ": " + seat.said())
            .collect(Collectors.joining("\n")));
    parts.add(String.join("\n", card.notes()));
    parts.removeIf(String::isBlank);
    return SlackText.cut(SlackText.mrkdwn(String.join("\n\n", parts)), SlackLimits.TEXT);
  }

  ArrayNode plainBlocks() {
    var blocks = SlackBlocks.list();
    question(blocks);
    blocks.add(SlackRichText.bold(card.status()));
    counts(blocks);
    blocks.add(seats());
    rest(blocks);
    return blocks;
  }

  /** With a plan, in which each seat is a task. */
  ArrayNode richBlocks() {
    if (card.seats().size() > SlackLimits.TASKS) {
      return plainBlocks();
    }
    var blocks = SlackBlocks.list();
    question(blocks);
    counts(blocks);
    blocks.add(plan());
    rest(blocks);
    return blocks;
  }

  private void question(ArrayNode blocks) {
    var line = VisibleText.line(card.question());
    blocks.add(SlackBlocks.header(line));
    if (line.length() > SlackLimits.HEADER) {
      var rest = card.question().strip();
      blocks.add(SlackBlocks.section(rest));
    }
  }

  private void counts(ArrayNode blocks) {
    if (!card.counts().isEmpty()) {
      blocks.add(SlackRichText.counts(card.counts()));
    }
  }

  private ObjectNode seats() {
    return SlackRichText.lines(card.seats().stream().map(SlackCard::line).toList());
  }

  private static List<Span> line(Message.SeatLine seat) {
    var mark =
        switch (seat.mark()) {
          case WAITING -> "○ ";
          case ANSWERED -> "● ";
          case CHANGED -> "↺ ";
          case ABSENT -> "✕ ";
        };
    return List.of(
        Span.plain(mark),
        new Span.SeatName(seat.seat(), seat.name()),
        Span.plain(" " + seat.said()));
  }

  private ObjectNode plan() {
    var plan = SlackBlocks.object().put("type", "plan");
    plan.put("title", SlackText.label(card.status(), SlackLimits.HEADER));
    var tasks = plan.putArray("tasks");
    for (var seat : card.seats()) {
      var status =
          switch (seat.mark()) {
            case WAITING -> card.phase() == Message.Phase.RUNNING ? "in_progress" : "pending";
            case ANSWERED, CHANGED -> "complete";
            case ABSENT -> "error";
          };
      var task = tasks.addObject().put("type", "task_card").put("task_id", seat.seat().value());
      task.put("title", SlackText.label(seat.name(), SlackLimits.TASK_TITLE)).put("status", status);
      task.set("output", SlackRichText.lines(List.of(List.of(Span.plain(seat.said())))));
    }
    return plan;
  }

  private void rest(ArrayNode blocks) {
    blocks.add(SlackBlocks.context(card.notes()));
    blocks.add(SlackBlocks.dates(dates()));
    if (!card.team().isEmpty()) {
      blocks.add(SlackBlocks.context(List.of(words.say("slack.team"))));
      blocks.add(SlackBlocks.actions(card.team().stream().map(buttons::vote).toList()));
    }
    if (!card.controls().isEmpty()) {
      blocks.add(SlackBlocks.actions(buttons.of(card.controls())));
    }
  }

  private String dates() {
    var opened = SlackBlocks.date(card.openedAt(), DAY_AND_TIME);
    var changed = SlackBlocks.date(card.changedAt(), DAY_AND_TIME);
    var ends = card.givesUpAt();
    return ends == null
        ? words.say("slack.dates", opened, changed)
        : words.say("slack.dates.running", opened, changed, SlackBlocks.date(ends, TIME));
  }
}
