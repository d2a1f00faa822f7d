package dev.roundtable.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.debate.BallotPaper;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Mode;
import dev.roundtable.debate.Option;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.Panel;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.Venue;
import dev.roundtable.debate.Weight;

/** What a debate begins with, as JSON. */
final class OpeningJson {
  static final Names<Mode> MODES =
      new Names<>(
          Mode.class,
          mode ->
              switch (mode) {
                case AUTO -> "auto";
                case DEBATE -> "debate";
                case POLL -> "poll";
                case OPEN -> "open";
              });

  static final Names<Venue.Reach> REACHES =
      new Names<>(
          Venue.Reach.class,
          reach ->
              switch (reach) {
                case PUBLIC -> "public";
                case PRIVATE -> "private";
                case THREAD -> "thread";
                case DIRECT -> "direct";
              });

  static final Names<Venue.Style> STYLES =
      new Names<>(
          Venue.Style.class,
          style ->
              switch (style) {
                case VOICES -> "voices";
                case DIGEST -> "digest";
              });

  private OpeningJson() {}

  static ObjectNode write(DebateEvent.Opened opened) {
    var node = Json.object().put("id", opened.id().value());
    node.set("question", write(opened.question()));
    node.set("panel", write(opened.panel()));
    node.set("rules", write(opened.rules()));
    node.set("asker", write(opened.asker()));
    if (!opened.venue().equals(Venue.TERMINAL)) {
      node.set("venue", write(opened.venue()));
    }
    return node;
  }

  static DebateEvent.Opened opened(Fields fields) {
    return new DebateEvent.Opened(
        new DebateId(fields.text("id")),
        fields.value("question", OpeningJson::question),
        fields.value("panel", OpeningJson::panel),
        fields.value("rules", OpeningJson::rules),
        fields.value("asker", OpeningJson::person),
        fields.has("venue") ? fields.value("venue", OpeningJson::venue) : Venue.TERMINAL);
  }

  static ObjectNode write(Question question) {
    var node = Json.object().put("text", question.text()).put("context", question.context());
    node.set("options", Json.words(question.options()));
    return node;
  }

  static Question question(Fields fields) {
    return new Question(
        fields.text("text"), fields.words("options", label -> label), fields.textOrNull("context"));
  }

  static ObjectNode write(Panel panel) {
    var node =
        Json.object()
            .put("name", panel.name())
            .put("chaired", panel.chaired())
            .put("scripted", panel.scripted());
    node.set("seats", Json.list(panel.seats(), OpeningJson::write));
    return node;
  }

  static Panel panel(Fields fields) {
    return new Panel(
        fields.text("name"),
        fields.list("seats", OpeningJson::seat),
        fields.flag("chaired"),
        fields.flag("scripted"));
  }

  private static ObjectNode write(Seat seat) {
    var timeout = seat.timeout();
    return Json.object()
        .put("id", seat.id().value())
        .put("name", seat.name())
        .put("weightThousandths", seat.weight().thousandths())
        .put("timeout", timeout == null ? null : timeout.toString());
  }

  private static Seat seat(Fields fields) {
    return new Seat(
        new SeatId(fields.text("id")),
        fields.text("name"),
        new Weight(fields.integer("weightThousandths")),
        fields.durationOrNull("timeout"));
  }

  static ObjectNode write(Rules rules) {
    return Json.object()
        .put("mode", MODES.of(rules.mode()))
        .put("rounds", rules.rounds())
        .put("stopShare", rules.stopShare())
        .put("seatTimeout", rules.seatTimeout().toString())
        .put("deadline", rules.deadline().toString());
  }

  static Rules rules(Fields fields) {
    return new Rules(
        MODES.read(fields.text("mode")),
        fields.integer("rounds"),
        fields.fractionOrNull("stopShare"),
        fields.duration("seatTimeout"),
        fields.duration("deadline"));
  }

  static ObjectNode write(Person person) {
    return Json.object().put("id", person.id()).put("name", person.name());
  }

  static Person person(Fields fields) {
    return new Person(fields.text("id"), fields.text("name"));
  }

  private static ObjectNode write(Venue venue) {
    return Json.object()
        .put("platform", venue.platform())
        .put("workspace", venue.workspace())
        .put("channel", venue.channel())
        .put("thread", venue.thread())
        .put("reach", REACHES.of(venue.reach()))
        .put("style", STYLES.of(venue.style()))
        .put("language", venue.language());
  }

  private static Venue venue(Fields fields) {
    return new Venue(
        fields.text("platform"),
        fields.text("workspace"),
        fields.text("channel"),
        fields.textOrNull("thread"),
        REACHES.read(fields.text("reach")),
        STYLES.read(fields.text("style")),
        fields.text("language"));
  }

  static ObjectNode write(BallotPaper paper) {
    var node = Json.object();
    node.set("options", Json.list(paper.options(), OpeningJson::write));
    return node;
  }

  static BallotPaper paper(Fields fields) {
    return new BallotPaper(fields.list("options", OpeningJson::option));
  }

  private static ObjectNode write(Option option) {
    return Json.object()
        .put("id", option.id().value())
        .put("letter", String.valueOf(option.letter()))
        .put("label", option.label());
  }

  private static Option option(Fields fields) {
    return new Option(
        new OptionId(fields.text("id")), fields.text("letter").charAt(0), fields.text("label"));
  }
}
