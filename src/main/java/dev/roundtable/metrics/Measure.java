package dev.roundtable.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Timer;
import java.util.function.LongSupplier;

/** What is measured: its name, and what whoever reads it is told about it. */
enum Measure {
  AT_WORK("roundtable.debates.at.work", "Debates that this replica holds the lease of."),
  OPENED("roundtable.debates.opened", "Debates that were opened, by platform."),
  TAKEN_UP(
      "roundtable.debates.taken.up",
      "Debates whose lease this replica took; again is true if they had begun before, here or"
          + " in another replica."),
  LET_GO("roundtable.debates.let.go", "Debates whose lease this replica gave back or lost."),
  ROUNDS(
      "roundtable.rounds", "Rounds that were begun; follow_up is true if a person asked for one."),
  ROUND_DURATION(
      "roundtable.round.duration", "How long rounds took, from first call to last ballot."),
  VERDICTS("roundtable.verdicts", "Verdicts that were reached, by kind."),
  TEAM_VOTES("roundtable.team.votes", "Votes of people beside the panel's."),
  FOLLOW_UPS("roundtable.follow.ups", "Arguments and questions that people added."),
  SEAT_LATENCY(
      "roundtable.seat.latency", "How long seats took to answer or to abstain, repeats included."),
  ABSTENTIONS("roundtable.seat.abstentions", "Ballots of seats without a vote, by cause."),
  LATE_ANSWERS(
      "roundtable.late.answers", "Answers of seats that came when they no longer counted."),
  CHAIR_FAILURES(
      "roundtable.chair.failures",
      "Tasks that the chair did not do, by cause; code did them in its place."),
  TOKENS("roundtable.tokens", "Tokens of ballots and of the chair's work, by seat and direction."),
  COST(
      "roundtable.cost.usd", "What seats and the chair cost in US dollars, as far as it is known."),
  COST_UNKNOWN("roundtable.cost.unknown", "Answers whose whole price is not known."),
  CALL_DURATION(
      "gen_ai.client.operation.duration",
      "How long each call to a model provider took; error_type is empty if it succeeded."),
  CALL_TOKENS(
      "gen_ai.client.token.usage", "Tokens of each call to a model provider, by direction."),
  QUEUE("roundtable.delivery.queue", "Debates with posts that do not stand on their platform yet."),
  REQUESTS(
      "roundtable.delivery.requests",
      "Requests that send, edit or delete a post: how long they took, by outcome."),
  LIMITED(
      "roundtable.delivery.limited",
      "How often a platform said that it was asked too often (429)."),
  RELOADS(
      "roundtable.config.reloads",
      "Changed configuration files that were looked at, by outcome: taken or rejected."),
  PART_UP("roundtable.part.up", "1 if a part of the bot works, 0 if it does not.");

  private final String key;
  private final String description;

  Measure(String key, String description) {
    this.key = key;
    this.description = description;
  }

  Counter.Builder counter() {
    return Counter.builder(key).description(description);
  }

  FunctionCounter.Builder<LongSupplier> counter(LongSupplier counted) {
    return FunctionCounter.builder(key, counted, LongSupplier::getAsLong).description(description);
  }

  // The registry alone would let it go.
  Gauge.Builder<LongSupplier> gauge(LongSupplier now) {
    return Gauge.builder(key, now, LongSupplier::getAsLong)
        .strongReference(true)
        .description(description);
  }

  MultiGauge.Builder gauges() {
    return MultiGauge.builder(key).description(description);
  }

  Timer.Builder timer() {
    return Timer.builder(key).description(description);
  }

  DistributionSummary.Builder summary() {
    return DistributionSummary.builder(key).description(description);
  }
}
