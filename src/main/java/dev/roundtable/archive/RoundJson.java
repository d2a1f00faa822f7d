package dev.roundtable.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.debate.BallotForm;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.FormReason;
import dev.roundtable.debate.GroupedBy;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.StopReason;

/** The events that make rounds, as JSON. */
final class RoundJson {
  private static final Names<BallotForm> FORMS =
      new Names<>(
          BallotForm.class,
          form ->
              switch (form) {
                case OPTIONS -> "options";
                case OPEN -> "open";
              });
  private static final Names<FormReason> FORM_REASONS =
      new Names<>(
          FormReason.class,
          reason ->
              switch (reason) {
                case OPTIONS_GIVEN -> "options-given";
                case MODE_DEBATE -> "mode-debate";
                case MODE_OPEN -> "mode-open";
                case CHAIR -> "chair";
                case RULE_YES_NO -> "rule-yes-no";
                case RULE_INTERROGATIVE -> "rule-interrogative";
                case RULE_UNSURE -> "rule-unsure";
              });
  private static final Names<GroupedBy> GROUPERS =
      new Names<>(
          GroupedBy.class,
          by ->
              switch (by) {
                case CHAIR -> "chair";
                case FOLDING -> "folding";
              });
  static final Names<StopReason> STOP_REASONS =
      new Names<>(
          StopReason.class,
          reason ->
              switch (reason) {
                case NO_QUORUM -> "no-quorum";
                case ALL_AGREE -> "all-agree";
                case SHARE_REACHED -> "share-reached";
                case NO_MOVEMENT -> "no-movement";
                case LAST_ROUND -> "last-round";
                case FOLLOW_UP_ANSWERED -> "follow-up-answered";
                case BUDGET -> "budget";
                case DEADLINE -> "deadline";
                case STOPPED -> "stopped";
                case FINISHED_NOW -> "finished-now";
              });

  private RoundJson() {}

  static ObjectNode write(DebateEvent.FormChosen chosen) {
    var node =
        Json.object()
            .put("form", FORMS.of(chosen.form()))
            .put("reason", FORM_REASONS.of(chosen.reason()));
    node.set("paper", OpeningJson.write(chosen.paper()));
    node.set("spent", ProvenanceJson.write(chosen.spent()));
    return node;
  }

  static DebateEvent.FormChosen formChosen(Fields fields) {
    return new DebateEvent.FormChosen(
        FORMS.read(fields.text("form")),
        fields.value("paper", OpeningJson::paper),
        FORM_REASONS.read(fields.text("reason")),
        fields.value("spent", ProvenanceJson::provenance));
  }

  static ObjectNode write(DebateEvent.RoundOpened opened) {
    var node = Json.object().put("round", opened.round());
    var orders = node.putObject("orders");
    opened.orders().forEach((seat, order) -> orders.set(seat.value(), Json.words(order)));
    node.set("arguments", Json.list(opened.arguments(), BallotJson::write));
    node.set("followUps", Json.words(opened.followUps()));
    return node;
  }

  static DebateEvent.RoundOpened roundOpened(Fields fields) {
    return new DebateEvent.RoundOpened(
        fields.integer("round"),
        fields.lists("orders", SeatId::new, OptionId::new),
        fields.list("arguments", BallotJson::argument),
        fields.words("followUps", MessageId::new));
  }

  static ObjectNode write(DebateEvent.BallotCast cast) {
    var node = Json.object().put("round", cast.round()).put("latency", cast.latency().toString());
    node.set("ballot", BallotJson.write(cast.ballot()));
    node.set("provenance", ProvenanceJson.write(cast.provenance()));
    return node;
  }

  static DebateEvent.BallotCast ballotCast(Fields fields) {
    return new DebateEvent.BallotCast(
        fields.integer("round"),
        fields.value("ballot", BallotJson::ballot),
        fields.value("provenance", ProvenanceJson::provenance),
        fields.duration("latency"));
  }

  static ObjectNode write(DebateEvent.PositionsGrouped grouped) {
    var node = Json.object().put("by", GROUPERS.of(grouped.by()));
    node.set("paper", OpeningJson.write(grouped.paper()));
    var members = node.putObject("members");
    grouped.members().forEach((seat, option) -> members.put(seat.value(), option.value()));
    node.set("spent", ProvenanceJson.write(grouped.spent()));
    return node;
  }

  static DebateEvent.PositionsGrouped positionsGrouped(Fields fields) {
    var members = fields.values("members", SeatId::new, OptionId::new);
    return new DebateEvent.PositionsGrouped(
        fields.value("paper", OpeningJson::paper),
        members,
        GROUPERS.read(fields.text("by")),
        fields.value("spent", ProvenanceJson::provenance));
  }

  static ObjectNode write(DebateEvent.RoundClosed closed) {
    var reason = closed.reason();
    return Json.object()
        .put("round", closed.round())
        .put("reason", reason == null ? null : STOP_REASONS.of(reason));
  }

  static DebateEvent.RoundClosed roundClosed(Fields fields) {
    var reason = fields.textOrNull("reason");
    return new DebateEvent.RoundClosed(
        fields.integer("round"), reason == null ? null : STOP_REASONS.read(reason));
  }
}
