package dev.roundtable.panelist;

import static dev.roundtable.panelist.WireJson.items;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.BallotForm;
import dev.roundtable.debate.BallotPaper;
import dev.roundtable.debate.ChairReply;
import dev.roundtable.debate.ChairTask;
import dev.roundtable.debate.Folding;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.Summary;
import dev.roundtable.safety.Redaction;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a chair wrote; whether it can stand is decided elsewhere. */
final class ChairReader {
  private ChairReader() {}

  /** Nothing if it is no answer to the task. */
  static Optional<ChairReply> read(ChairTask task, String said) {
    return switch (task) {
      case ChairTask.ChooseForm _ ->
          JsonInText.last(said, Shape.FORM.field()).flatMap(ChairReader::form);
      case ChairTask.GroupPositions group ->
          JsonInText.last(said, Shape.GROUPS.field())
              .flatMap(answer -> groups(answer, group.positions()));
      case ChairTask.Summarise summarise ->
          JsonInText.last(said, Shape.SUMMARY.field())
              .flatMap(answer -> summary(answer, summarise.paper()));
    };
  }

  private static Optional<ChairReply> form(JsonNode answer) {
    return switch (Folding.words(text(answer.path("form")))) {
      case "yes no" -> Optional.of(new ChairReply.FormChoice(BallotForm.OPTIONS));
      case "open" -> Optional.of(new ChairReply.FormChoice(BallotForm.OPEN));
      default -> Optional.empty();
    };
  }

  private static Optional<ChairReply> groups(JsonNode answer, List<Ballot.Position> positions) {
    var seats = new HashMap<String, SeatId>();
    for (int i = 0; i < positions.size(); i++) {
      seats.put(ChairAsk.nameOf(i), positions.get(i).seat());
    }
    var groups = items(answer.path("groups")).stream().map(group -> group(group, seats)).toList();
    return groups.isEmpty() || groups.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(new ChairReply.Grouping(groups.stream().map(Optional::get).toList()));
  }

  private static Optional<ChairReply.Group> group(JsonNode group, Map<String, SeatId> seats) {
    var members = new LinkedHashSet<SeatId>();
    for (var member : items(group.path("members"))) {
      var seat = seats.get(text(member).strip());
      if (seat == null) {
        return Optional.empty();
      }
      members.add(seat);
    }
    var label = text(group.path("label")).strip();
    return label.isEmpty() ? Optional.empty() : Optional.of(new ChairReply.Group(label, members));
  }

  private static Optional<ChairReply> summary(JsonNode answer, BallotPaper paper) {
    var winners =
        items(answer.path("winners")).stream()
            .flatMap(winner -> option(paper, text(winner)).stream())
            .toList();
    var votes = new LinkedHashMap<OptionId, Integer>();
    for (var line : items(answer.path("votes"))) {
      option(paper, text(line.path("option")))
          .ifPresent(option -> votes.put(option, line.path("count").asInt()));
    }
    var text = text(answer.path("summary")).strip();
    if (winners.isEmpty() || text.isEmpty()) {
      return Optional.empty();
    }
    var change = WireJson.textOrNull(answer.path("would_change"));
    var wouldChange = change == null ? null : Redaction.redact(change);
    var strongest = said(answer.path("strongest"), paper);
    var counterpoints = said(answer.path("counterpoints"), paper);
    var summary = new Summary(text, strongest, counterpoints, wouldChange);
    return Optional.of(new ChairReply.SummaryDraft(winners, votes, summary));
  }

  private static Map<OptionId, String> said(JsonNode list, BallotPaper paper) {
    var said = new LinkedHashMap<OptionId, String>();
    for (var item : items(list)) {
      var words = text(item.path("text")).strip();
      if (!words.isEmpty()) {
        option(paper, text(item.path("option"))).ifPresent(option -> said.put(option, words));
      }
    }
    return said;
  }

  // What looks like a credential goes no further than this.
  private static String text(JsonNode node) {
    return Redaction.redact(WireJson.text(node));
  }

  private static Optional<OptionId> option(BallotPaper paper, String written) {
    return OptionNames.find(paper.options(), written.strip());
  }
}
