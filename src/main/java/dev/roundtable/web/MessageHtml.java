package dev.roundtable.web;

import dev.roundtable.chat.Control;
import dev.roundtable.chat.Message;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.export.Direction;
import dev.roundtable.export.Html;
import dev.roundtable.export.HtmlBlocks;
import dev.roundtable.export.HtmlExport.Part;
import dev.roundtable.export.Tag;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.Span;
import dev.roundtable.transcript.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A debate's messages as the playground shows them: the card, and its thread below. */
final class MessageHtml {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final DebateId debate;
  private final Optional<String> page;
  private final String csrf;
  private final Words words;
  private final HtmlBlocks blocks;

  MessageHtml(DebateId debate, Optional<String> page, String csrf, Words words) {
    this.debate = debate;
    this.page = page;
    this.csrf = csrf;
    this.words = words;
    this.blocks = new HtmlBlocks(words);
  }

  /** Nothing for an announcement: the card that it would repeat is in the same column. */
  Optional<Part> part(Message message) {
    var id = debate + "." + message.key();
    return switch (message) {
      case Message.Card card -> Optional.of(new Part(id, card(card).with("id", id)));
      case Message.Part part -> Optional.of(new Part(id, part(part).with("id", id)));
      case Message.Collecting collecting ->
          Optional.of(new Part(id, collecting(collecting).with("id", id)));
      case Message.Announcement _, Message.Notice _ -> Optional.empty();
    };
  }

  private Tag card(Message.Card card) {
    var body = Tag.of("div").classed("body");
    body.add(author(words.say("page.brand"), Optional.of(card.openedAt())));
    body.add(Direction.of("h2", card.question()));
    body.add(status(card));
    if (!card.counts().isEmpty()) {
      body.add(blocks.of(List.of(new Block.Counts(card.counts()))));
    }
    body.add(seats(card.seats()));
    var notes = Tag.of("p").classed("notes");
    notes.text(String.join(" · ", card.notes()));
    body.add(notes);
    if (!card.team().isEmpty()) {
      body.add(team(card.team()));
    }
    body.add(controls(card.controls(), page));
    body.add(new MessageMenu(debate, csrf, words).of(card.key(), words.say("page.brand"), false));
    return Tag.of("article", face("", "bot"), body)
        .classed("message card " + card.phase().name().toLowerCase(Locale.ROOT));
  }

  private Html status(Message.Card card) {
    var status = Tag.of("p").classed("status");
    if (card.phase() == Message.Phase.RUNNING) {
      status.add(Tag.of("span").classed("pulse").with("aria-hidden", "true"));
    }
    return status.add(Direction.within(card.status()));
  }

  private Html seats(List<Message.SeatLine> seats) {
    var list = Tag.of("ul").classed("seats");
    for (var seat : seats) {
      list.add(
          Tag.of(
                  "li",
                  Tag.of("span", mark(seat.mark())).classed("mark").with("aria-hidden", "true"),
                  Tag.of("b", Direction.within(seat.name())),
                  Html.text(" "),
                  Tag.of("span", Direction.within(seat.said())).classed("said"))
              .classed(seat.mark().name().toLowerCase(Locale.ROOT)));
    }
    return list;
  }

  private static String mark(Message.SeatLine.Mark mark) {
    return switch (mark) {
      case WAITING -> "○";
      case ANSWERED -> "●";
      case CHANGED -> "↷";
      case ABSENT -> "–";
    };
  }

  private Html team(List<Message.TeamOption> options) {
    var form = press().classed("vote-form").with("aria-label", words.say("playground.vote"));
    form.add(Tag.of("span", words.say("playground.vote")).classed("faint"));
    for (var option : options) {
      form.add(button(option.vote(), option.vote().letter() + "  " + option.label()));
    }
    return form;
  }

  private Tag press() {
    return Tag.of("form", OperatorPages.hidden(Door.CSRF, csrf))
        .with("method", "post")
        .place("action", "/playground/press")
        .with("data-quiet", "");
  }

  private static Html button(Control control, String says) {
    return Tag.of("button", says).with("name", "control").with("value", control.id());
  }

  private Html controls(List<Control> controls, Optional<String> link) {
    // Nothing is cut here, so that there is nothing to read in full.
    if (controls.stream().allMatch(Control.ReadFull.class::isInstance) && link.isEmpty()) {
      return Html.text("");
    }
    var form = press().classed("controls");
    controls.stream()
        .filter(control -> !(control instanceof Control.ReadFull))
        .forEach(control -> form.add(button(control, says(control))));
    link.ifPresent(there ->
        form.add(Tag.link(there, Html.text(words.say("playground.page"))).classed("button")));
    return form;
  }

  private String says(Control control) {
    return switch (control) {
      case Control.Stop _ -> words.say("playground.stop");
      case Control.FinishNow _ -> words.say("playground.finish");
      case Control.AnotherRound _ -> words.say("playground.round");
      case Control.AskFollowUp _ -> words.say("playground.follow");
      case Control.RunAgain _ -> words.say("playground.again");
      case Control.TeamDecides _ -> words.say("playground.team");
      case Control.TeamVote(_, var letter) -> String.valueOf(letter);
      case Control.ReadFull _ -> words.say("playground.full");
      case Control.MinorityView _ -> words.say("playground.minority");
      case Control.Transcript _ -> words.say("playground.transcript");
      case Control.Delete _ -> words.say("playground.delete");
      case Control.StartDraft _ -> words.say("playground.start");
    };
  }

  private Tag part(Message.Part part) {
    var speaker = part.speaker();
    var body = Tag.of("div").classed("body");
    body.add(author(speaker == null ? words.say("page.brand") : speaker.name(), Optional.empty()));
    for (var section : part.sections()) {
      body.add(heading(section, speaker != null));
      body.add(blocks.of(section.blocks()));
    }
    body.add(controls(part.controls(), Optional.empty()));
    var whose = speaker == null ? words.say("page.brand") : speaker.name();
    boolean answers = part.key().startsWith("round-");
    body.add(new MessageMenu(debate, csrf, words).of(part.key(), whose, answers));
    var face =
        speaker == null
            ? face("", "bot")
            : face(initial(speaker.name()), "seat-" + speaker.number() % 8);
    return Tag.of("article", face, body).classed("message reply" + (part.ends() ? " ends" : ""));
  }

  private Html heading(Section section, boolean named) {
    var spans = section.heading();
    if (spans.isEmpty()) {
      return Html.text("");
    }
    // Whoever speaks under its own name need not say it twice.
    boolean twice = named && spans.getFirst() instanceof Span.SeatName && spans.size() > 2;
    var line = twice ? spans.subList(2, spans.size()) : spans;
    if (named) {
      return blocks.line("p", line).classed("meta");
    }
    return blocks.line(section.weight() == Section.Weight.DETAIL ? "h4" : "h3", line);
  }

  private static String initial(String name) {
    var short1 = name.replaceFirst("(?i)^the\\s+", "");
    return short1.isEmpty() ? "?" : short1.substring(0, short1.offsetByCodePoints(0, 1));
  }

  private Tag collecting(Message.Collecting collecting) {
    var body = Tag.of("div", author(words.say("page.brand"), Optional.empty())).classed("body");
    body.add(Direction.of("p", collecting.sentence()))
        .add(controls(collecting.controls(), Optional.empty()));
    return Tag.of("article", face("", "bot"), body).classed("message reply");
  }

  /** What somebody has said in the thread; a platform would show it by itself. */
  Part said(DebateEvent.FollowUpAsked asked) {
    var id = debate + ".said." + asked.message().value().replaceAll("[^a-zA-Z0-9-]", "-");
    var name = VisibleText.line(asked.person().name());
    var body =
        Tag.of(
                "div",
                author(name, Optional.empty()),
                Direction.of("p", VisibleText.of(asked.text())).classed("lines"))
            .classed("body");
    return new Part(
        id,
        Tag.of("article", face(initial(name), "person"), body)
            .with("id", id)
            .classed("message reply"));
  }

  private Html author(String name, Optional<Instant> when) {
    var line = Tag.of("p", Tag.of("b", Direction.within(name))).classed("author");
    when.ifPresent(time -> line.add(Html.text(" "), clock(time)));
    return line;
  }

  // The page's script says it as clocks do where it is read.
  private static Html clock(Instant time) {
    return Tag.of("time", CLOCK.format(time)).with("datetime", time.toString()).classed("faint");
  }

  private static Html face(String sign, String look) {
    return Tag.of("span", sign).classed("face " + look).with("aria-hidden", "true");
  }

  /** Where somebody adds an argument to the debate. */
  Part replyBox() {
    var id = debate + ".reply";
    var field = id + ".text";
    var form =
        Tag.of(
                "form",
                OperatorPages.hidden(Door.CSRF, csrf),
                OperatorPages.hidden("debate", debate.value()),
                Tag.of("label", words.say("playground.reply")).with("for", field).classed("unseen"),
                Tag.of("textarea")
                    .with("id", field)
                    .with("name", "text")
                    .with("rows", 1)
                    .with("maxlength", 4000)
                    .with("required", "")
                    .with("dir", "auto")
                    .with("placeholder", words.say("playground.reply")),
                Tag.of("button", words.say("playground.send")))
            .with("method", "post")
            .place("action", "/playground/reply")
            .with("data-quiet", "")
            .with("id", id)
            .classed("reply-box");
    return new Part(id, form);
  }
}
