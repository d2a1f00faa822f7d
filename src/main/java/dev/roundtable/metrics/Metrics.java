package dev.roundtable.metrics;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.Verdict;
import dev.roundtable.session.Audience;
import dev.roundtable.session.Entry;
import dev.roundtable.session.Lease;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what happens in the debates that this process works on. Nothing that people or models said
 * becomes a name or a label.
 */
public final class Metrics implements Audience, AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Set<DebateId> atWork = ConcurrentHashMap.newKeySet();

  public Metrics() {
    collections.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    registry.gaugeCollectionSize("roundtable.debates.at.work", List.of(), atWork);
  }

  /** All counts as they are now, as text. */
  public String scrape() {
    return registry.scrape();
  }

  @Override
  public void takenUp(Lease lease, List<Entry> entries, Debate debate) {
    atWork.add(debate.id());
    registry
        .counter("roundtable.debates.taken.up", "again", String.valueOf(entries.size() > 1))
        .increment();
  }

  @Override
  public void letGo(DebateId debate) {
    atWork.remove(debate);
  }

  @Override
  public void told(Entry entry, Debate debate) {
    switch (entry.event()) {
      case DebateEvent.Opened opened ->
          count("roundtable.debates.opened", "platform", opened.venue().platform());
      case DebateEvent.RoundOpened round ->
          count("roundtable.rounds", "follow.up", String.valueOf(!round.followUps().isEmpty()));
      case DebateEvent.BallotCast cast -> ballot(cast);
      case DebateEvent.ChairFailed failed -> {
        count("roundtable.chair.failures", "cause", name(failed.cause()));
        spent(failed.spent());
      }
      case DebateEvent.VerdictReached reached ->
          count("roundtable.verdicts", "kind", name(reached.verdict()));
      case DebateEvent.SummaryWritten written -> spent(written.spent());
      case DebateEvent.FormChosen chosen -> spent(chosen.spent());
      case DebateEvent.PositionsGrouped grouped -> spent(grouped.spent());
      case DebateEvent.TeamVoted _ -> registry.counter("roundtable.team.votes").increment();
      case DebateEvent.FollowUpAsked _ -> registry.counter("roundtable.follow.ups").increment();
      case DebateEvent.AnswerCameLate late ->
          count("roundtable.late.answers", "seat", late.seat().value());
      case DebateEvent.RoundClosed _,
          DebateEvent.FollowUpWithdrawn _,
          DebateEvent.AnswerHidden _,
          DebateEvent.StopRequested _,
          DebateEvent.InLine _,
          DebateEvent.LimitReached _ -> {}
    }
  }

  private void count(String name, String label, String value) {
    registry.counter(name, label, value).increment();
  }

  private void ballot(DebateEvent.BallotCast cast) {
    var outcome =
        switch (cast.ballot()) {
          case Ballot.Vote _, Ballot.Position _ -> "answered";
          case Ballot.Abstention(_, var cause) -> name(cause);
        };
    registry
        .timer("roundtable.seat.latency", "seat", cast.ballot().seat().value(), "outcome", outcome)
        .record(cast.latency());
    spent(cast.provenance());
  }

  private void spent(Provenance provenance) {
    registry.counter("roundtable.cost.usd").increment(provenance.cost().usd().doubleValue());
    if (!provenance.cost().complete()) {
      registry.counter("roundtable.cost.unknown").increment();
    }
    var tokens = provenance.tokens();
    if (tokens != null) {
      tokens("input", tokens.prompt());
      tokens("output", tokens.completion());
    }
  }

  // The name that OpenTelemetry's conventions for generative AI give it.
  private void tokens(String type, long count) {
    registry
        .counter("gen_ai.client.token.usage", "gen_ai.token.type", type)
        .increment((double) count);
  }

  private static String name(Cause cause) {
    return switch (cause) {
      case Cause.TimedOut _ -> "timed_out";
      case Cause.Refused _ -> "refused";
      case Cause.Unreadable _ -> "unreadable";
      case Cause.CutOff _ -> "cut_off";
      case Cause.Filtered _ -> "filtered";
      case Cause.ProviderError _ -> "provider_error";
      case Cause.Benched _ -> "benched";
      case Cause.NotAllowed _ -> "not_allowed";
      case Cause.Vacant _ -> "vacant";
      case Cause.Unscripted _ -> "unscripted";
      case Cause.Broken _ -> "broken";
      case Cause.Halted _ -> "halted";
    };
  }

  private static String name(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Unanimous _ -> "unanimous";
      case Verdict.Supermajority _ -> "supermajority";
      case Verdict.Majority _ -> "majority";
      case Verdict.Plurality _ -> "plurality";
      case Verdict.Tied _ -> "tied";
      case Verdict.NoQuorum _ -> "no_quorum";
    };
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
