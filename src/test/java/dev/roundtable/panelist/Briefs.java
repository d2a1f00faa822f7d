package dev.roundtable.panelist;

import dev.roundtable.debate.Argument;
import dev.roundtable.debate.ArgumentId;
import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.BallotPaper;
import dev.roundtable.debate.Brief;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.SeatId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Briefs as a moderator makes them. */
final class Briefs {
  static final SeatId SEAT = new SeatId("claude");
  static final List<String> LABELS = List.of("Kafka", "Postgres queue", "Später entscheiden");
  static final Question QUESTION =
      new Question("Which queue shall we use?", LABELS, "Anna: We have 200 events per second.");
  static final List<Argument> ARGUMENTS =
      List.of(
          new Argument.OfPerson(
              new ArgumentId("p1"), "Person A", null, "Nobody here has ever run Kafka."),
          new Argument.OfSeats(
              new ArgumentId("a1"),
              new OptionId("postgres-queue"),
              List.of(new SeatId("gpt")),
              "The team already operates Postgres, so a queue table adds no new system."),
          new Argument.OfSeats(
              new ArgumentId("a3"),
              new OptionId("kafka"),
              List.of(new SeatId("kimi")),
              "Replaying old events is only cheap with a log that keeps them."));

  private Briefs() {}

  static Brief vote() {
    return brief(1, LABELS, null, List.of());
  }

  static Brief vote(String... labels) {
    return brief(1, List.of(labels), null, List.of());
  }

  static Brief rebuttal() {
    var own = new Ballot.Vote(SEAT, new OptionId("kafka"), "It scales.", 0.7, null);
    return brief(2, LABELS, own, ARGUMENTS);
  }

  static Brief open() {
    var question = new Question("How should we store events?", List.of(), null);
    return brief(1, question, List.of(), null, List.of());
  }

  private static Brief brief(
      int round, List<String> labels, Ballot.@Nullable Answered own, List<Argument> arguments) {
    return brief(round, QUESTION, labels, own, arguments);
  }

  // NullAway does not see the annotation of a nested type in a class file.
  @SuppressWarnings("NullAway")
  private static Brief brief(
      int round,
      Question question,
      List<String> labels,
      Ballot.@Nullable Answered own,
      List<Argument> arguments) {
    var options = BallotPaper.of(labels).options();
    var id = new DebateId("d1");
    return new Brief(id, round, SEAT, question, labels.isEmpty(), options, own, arguments);
  }
}
