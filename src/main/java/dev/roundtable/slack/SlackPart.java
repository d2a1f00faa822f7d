package dev.roundtable.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.chat.Control;
import dev.roundtable.chat.Exhibit;
import dev.roundtable.chat.Message;
import dev.roundtable.chat.Speaker;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.Span;
import dev.roundtable.transcript.Words;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of the transcript as messages of the thread: one, or several where it does not fit. A
 * section too long for a block ends with a button that shows the rest of it, and where there is no
 * such button it goes on in further blocks.
 */
final class SlackPart {
  // Beside a name each seat keeps its own colour.
  private static final List<String> ICONS =
      List.of(
          ":large_blue_circle:",
          ":large_orange_circle:",
          ":large_green_circle:",
          ":large_purple_circle:",
          ":red_circle:",
          ":large_yellow_circle:",
          ":large_brown_circle:",
          ":white_circle:",
          ":large_blue_square:",
          ":large_orange_square:",
          ":large_green_square:",
          ":large_purple_square:",
          ":large_red_square:",
          ":large_yellow_square:",
          ":large_brown_square:",
          ":white_large_square:");
  private static final String PAGE = "rt-page";
  // What Slack shows of a name above a message.
  private static final int NAME = 80;

  private final Message.Part part;
  private final Words words;
  private final boolean tables;
  private final SlackButtons buttons;
  private final List<ArrayNode> messages = new ArrayList<>();
  private ArrayNode blocks = SlackBlocks.list();
  private int length;
  private final StringBuilder markdown = new StringBuilder();

  /**
   * That part.
   *
   * @param tables whether votes are a table, or else counts, as a message takes one table
   */
  SlackPart(Message.Part part, Words words, boolean tables) {
    this.part = part;
    this.words = words;
    this.tables = tables;
    this.buttons = new SlackButtons(words);
  }

  List<SlackPayload> payloads() {
    part.sections().forEach(this::section);
    flush();
    var controls =
        part.controls().stream().filter(one -> !(one instanceof Control.ReadFull)).toList();
    var pressed = new ArrayList<>(buttons.of(controls));
    page()
        .ifPresent(
            page -> pressed.add(SlackBlocks.link(PAGE, words.say("slack.button.page"), page)));
    if (!pressed.isEmpty()) {
      add(SlackBlocks.actions(pressed), 0);
    }
    turn();
    var text = text();
    return messages.stream().map(message -> payload(text, message)).toList();
  }

  private Optional<URI> page() {
    return Optional.ofNullable(part.exhibit()).map(Exhibit::page);
  }

  // Buttons are not read out everywhere, so the link stands in the words too.
  private String text() {
    var page = page().map(uri -> "\n\n" + SlackText.mrkdwn(uri.toString())).orElse("");
    var said = SlackText.mrkdwn(PlainBlocks.ofSections(part.sections()));
    var text = SlackText.cut(said, SlackLimits.TEXT - page.length()) + page;
    return text.isBlank() ? part.key() : text;
  }

  private SlackPayload payload(String text, ArrayNode message) {
    var payload = new SlackPayload(text, message);
    var speaker = part.speaker();
    return speaker == null
        ? payload
        : payload.by(new SlackPayload.Voice(SlackText.label(speaker.name(), NAME), icon(speaker)));
  }

  private static String icon(Speaker speaker) {
    return ICONS.get(Math.floorMod(speaker.number(), ICONS.size()));
  }

  private void section(Section section) {
    var grid = section.key().equals(part.key()) ? grid() : Optional.<SlackGrid>empty();
    var counts = tables && grid.isEmpty() ? counts(section) : List.<Block.CountLine>of();
    var body = SlackMarkdown.of(counts.isEmpty() ? section.blocks() : besides(section));
    if (part.speaker() != null) {
      flush();
      underName(section.heading());
    } else if (section.weight() == Section.Weight.LEAD) {
      flush();
      lead(section.heading());
    } else {
      body = join(SlackMarkdown.heading(section.heading()), body);
    }
    if (!counts.isEmpty()) {
      flush();
      add(SlackBlocks.counts(counts, words), SlackBlocks.characters(counts));
    }
    var pieces = SlackPieces.of(body, SlackLimits.MARKDOWN);
    var more = readFull(section);
    if (pieces.size() > 1 && more.isPresent()) {
      markdown(pieces.getFirst());
      flush();
      add(SlackBlocks.actions(List.of(buttons.of(more.get()))), 0);
    } else {
      pieces.forEach(this::markdown);
    }
    grid.ifPresent(this::grid);
  }

  private Optional<SlackGrid> grid() {
    var votes = part.votes();
    return tables && votes != null ? SlackGrid.of(votes, words) : Optional.empty();
  }

  private void grid(SlackGrid grid) {
    flush();
    add(grid.table(), grid.characters());
  }

  private static List<Block.CountLine> counts(Section section) {
    return section.blocks().stream()
        .flatMap(block -> block instanceof Block.Counts(var lines) ? lines.stream() : Stream.of())
        .toList();
  }

  private static List<Block> besides(Section section) {
    return section.blocks().stream().filter(block -> !(block instanceof Block.Counts)).toList();
  }

  private static String join(String heading, String body) {
    return body.isBlank() ? heading : heading.isEmpty() ? body : heading + "\n" + body;
  }

  private Optional<Control> readFull(Section section) {
    return part.controls().stream()
        .filter(one -> one instanceof Control.ReadFull(_, var key) && key.equals(section.key()))
        .findFirst();
  }

  // The name stands above the message already.
  private void underName(List<Span> heading) {
    var words =
        Span.text(heading.stream().filter(span -> !(span instanceof Span.SeatName)).toList());
    var line = VisibleText.line(words).replaceFirst("^· ", "");
    if (!line.isEmpty()) {
      add(SlackBlocks.context(List.of(line)), line.length());
    }
  }

  private void lead(List<Span> heading) {
    var line = VisibleText.line(Span.text(heading));
    if (line.length() <= SlackLimits.HEADER) {
      add(SlackBlocks.header(line), line.length());
    } else {
      markdown(SlackMarkdown.heading(heading));
    }
  }

  private void markdown(String text) {
    if (text.isBlank()) {
      return;
    }
    if (!markdown.isEmpty() && markdown.length() + text.length() + 2 > SlackLimits.MARKDOWN) {
      flush();
    }
    markdown.append(markdown.isEmpty() ? "" : "\n\n").append(text);
  }

  private void flush() {
    if (!markdown.isEmpty()) {
      add(SlackBlocks.markdown(markdown.toString()), markdown.length());
      markdown.setLength(0);
    }
  }

  // One block of a message is left for its buttons.
  private void add(ObjectNode block, int characters) {
    if (length + characters > SlackLimits.MESSAGE || blocks.size() == SlackLimits.BLOCKS - 1) {
      turn();
    }
    blocks.add(block);
    length += characters;
  }

  private void turn() {
    if (!blocks.isEmpty()) {
      messages.add(blocks);
    }
    blocks = SlackBlocks.list();
    length = 0;
  }
}
