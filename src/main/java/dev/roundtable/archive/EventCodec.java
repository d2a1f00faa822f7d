package dev.roundtable.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.StopOrder;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Events to and from JSON. A payload says its type and its version. Fields may be added at any time
 * and are passed over by who does not know them; whatever else changes raises the version of its
 * type by one step that makes the new form of the old.
 */
public final class EventCodec {
  private final Map<String, List<Consumer<ObjectNode>>> steps;

  /** Reads every version there has been. */
  public EventCodec() {
    this(Map.of());
  }

  /** The first step of a type makes version 2 of version 1, the next makes 3 of 2. */
  EventCodec(Map<String, List<Consumer<ObjectNode>>> steps) {
    this.steps = Map.copyOf(steps);
  }

  /** One line of JSON that any database can keep as a text. */
  public String write(DebateEvent event) {
    var type = type(event);
    var payload = Json.object().put("type", type).put("version", version(type));
    payload.setAll(content(event));
    return Json.text(payload);
  }

  /**
   * The event that was written.
   *
   * @throws UnreadableEventException if a newer version wrote it, or if it is damaged
   */
  public DebateEvent read(String json) {
    var payload = Json.parse(json);
    var fields = new Fields(payload);
    var type = fields.text("type");
    try {
      int version = fields.integer("version");
      if (version < 1 || version > version(type)) {
        throw new UnreadableEventException("version " + version + " of it is not known here");
      }
      steps(type).subList(version - 1, version(type) - 1).forEach(step -> step.accept(payload));
      return event(type, fields);
    } catch (UnreadableEventException
        | ArithmeticException
        | DateTimeException
        | IllegalArgumentException e) {
      throw new UnreadableEventException("an event " + type + ": " + e.getMessage(), e);
    }
  }

  private int version(String type) {
    return steps(type).size() + 1;
  }

  private List<Consumer<ObjectNode>> steps(String type) {
    return steps.getOrDefault(type, List.of());
  }

  /** What the payload calls an event of this kind. */
  static String type(DebateEvent event) {
    return switch (event) {
      case DebateEvent.Opened _ -> "opened";
      case DebateEvent.InLine _ -> "in-line";
      case DebateEvent.FormChosen _ -> "form-chosen";
      case DebateEvent.RoundOpened _ -> "round-opened";
      case DebateEvent.BallotCast _ -> "ballot-cast";
      case DebateEvent.AnswerCameLate _ -> "answer-came-late";
      case DebateEvent.PositionsGrouped _ -> "positions-grouped";
      case DebateEvent.ChairFailed _ -> "chair-failed";
      case DebateEvent.RoundClosed _ -> "round-closed";
      case DebateEvent.VerdictReached _ -> "verdict-reached";
      case DebateEvent.SummaryWritten _ -> "summary-written";
      case DebateEvent.FollowUpAsked _ -> "follow-up-asked";
      case DebateEvent.FollowUpWithdrawn _ -> "follow-up-withdrawn";
      case DebateEvent.AnswerHidden _ -> "answer-hidden";
      case DebateEvent.TeamVoted _ -> "team-voted";
      case DebateEvent.StopRequested _ -> "stop-requested";
      case DebateEvent.LimitReached _ -> "limit-reached";
    };
  }

  private static ObjectNode content(DebateEvent event) {
    return switch (event) {
      case DebateEvent.Opened opened -> OpeningJson.write(opened);
      case DebateEvent.InLine(int ahead) -> Json.object().put("ahead", ahead);
      case DebateEvent.FormChosen chosen -> RoundJson.write(chosen);
      case DebateEvent.RoundOpened opened -> RoundJson.write(opened);
      case DebateEvent.BallotCast cast -> RoundJson.write(cast);
      case DebateEvent.AnswerCameLate(var round, var seat) ->
          Json.object().put("round", round).put("seat", seat.value());
      case DebateEvent.PositionsGrouped grouped -> RoundJson.write(grouped);
      case DebateEvent.ChairFailed failed -> ChairJson.write(failed);
      case DebateEvent.RoundClosed closed -> RoundJson.write(closed);
      case DebateEvent.VerdictReached reached -> VerdictJson.write(reached);
      case DebateEvent.SummaryWritten written -> ChairJson.write(written);
      case DebateEvent.FollowUpAsked asked -> MessageJson.write(asked);
      case DebateEvent.FollowUpWithdrawn withdrawn -> MessageJson.write(withdrawn);
      case DebateEvent.AnswerHidden hidden -> MessageJson.write(hidden);
      case DebateEvent.TeamVoted voted -> MessageJson.write(voted);
      case DebateEvent.StopRequested requested -> MessageJson.write(requested);
      case DebateEvent.LimitReached(var order) -> limit(order);
    };
  }

  private static ObjectNode limit(StopOrder order) {
    var node = Json.object();
    node.set("order", CauseJson.write(order));
    return node;
  }

  private static DebateEvent event(String type, Fields fields) {
    return switch (type) {
      case "opened" -> OpeningJson.opened(fields);
      case "in-line" -> new DebateEvent.InLine(fields.integer("ahead"));
      case "form-chosen" -> RoundJson.formChosen(fields);
      case "round-opened" -> RoundJson.roundOpened(fields);
      case "ballot-cast" -> RoundJson.ballotCast(fields);
      case "answer-came-late" ->
          new DebateEvent.AnswerCameLate(fields.integer("round"), BallotJson.seat(fields));
      case "positions-grouped" -> RoundJson.positionsGrouped(fields);
      case "chair-failed" -> ChairJson.chairFailed(fields);
      case "round-closed" -> RoundJson.roundClosed(fields);
      case "verdict-reached" -> VerdictJson.verdictReached(fields);
      case "summary-written" -> ChairJson.summaryWritten(fields);
      case "follow-up-asked" -> MessageJson.followUpAsked(fields);
      case "follow-up-withdrawn" -> MessageJson.followUpWithdrawn(fields);
      case "answer-hidden" -> MessageJson.answerHidden(fields);
      case "team-voted" -> MessageJson.teamVoted(fields);
      case "stop-requested" -> MessageJson.stopRequested(fields);
      case "limit-reached" -> new DebateEvent.LimitReached(fields.value("order", CauseJson::order));
      default -> throw new UnreadableEventException("this type is not known here");
    };
  }
}
