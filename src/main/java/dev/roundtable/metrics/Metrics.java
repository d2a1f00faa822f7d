package dev.roundtable.metrics;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Provenance;
import dev.roundtable.delivery.Outlet;
import dev.roundtable.panelist.CallWatch;
import dev.roundtable.session.Audience;
import dev.roundtable.session.Entry;
import dev.roundtable.session.Lease;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;

/**
 * Counts what happens in the debates that this process works on. Nothing that people or models said
 * becomes a name or a label.
 */
public final class Metrics implements Audience, CallWatch, AutoCloseable {
  private static final String BY = "by";
  private static final String CHAIR = "chair";
  private static final String OPERATION = "gen_ai.operation.name";
  private static final String PROVIDER = "gen_ai.provider.name";
  private static final String MODEL = "gen_ai.request.model";
  private static final String TOKEN_TYPE = "gen_ai.token.type";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Durations durations = new Durations(registry);
  private final Map<DebateId, Instant> rounds = new ConcurrentHashMap<>();
  private final MultiGauge parts = Measure.PART_UP.gauges().register(registry);
  // The registry alone would let them go.
  private final Queue<LongSupplier> suppliers = new ConcurrentLinkedQueue<>();
  private final Map<DebateId, Lease> atWork = new ConcurrentHashMap<>();

  public Metrics() {
    Measure.AT_WORK.gauge(atWork::size).register(registry);
  }

  /** Shows what the process itself takes too, from now on. */
  public void process() {
    collections.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
  }

  /** The outlet, with what becomes of each request to it counted. */
  public Outlet metered(String platform, Outlet outlet) {
    return new MeteredOutlet(platform, outlet, registry);
  }

  /** Shows how many debates have posts that are not there yet. */
  public void queue(LongSupplier waiting) {
    Measure.QUEUE.gauge(waiting).register(registry);
  }

  /** Shows how often a platform has said that it was asked too often. */
  public void limits(String platform, LongSupplier limited) {
    Measure.LIMITED.counter(limited).tag("platform", platform).register(registry);
    suppliers.add(limited);
  }

  /** Shows how often changed files were looked at, by what came of it. */
  public void reloads(String outcome, LongSupplier count) {
    Measure.RELOADS.counter(count).tag("outcome", outcome).register(registry);
    suppliers.add(count);
  }

  /** Shows which parts of the bot work. */
  public void parts(Map<String, Boolean> works) {
    parts.register(
        works.entrySet().stream()
            .map(part -> MultiGauge.Row.of(Tags.of("part", part.getKey()), part.getValue() ? 1 : 0))
            .toList(),
        true);
  }

  // Named as OpenTelemetry's conventions for generative AI have it.
  @Override
  public void ended(Call call) {
    var model = Tags.of(OPERATION, "chat", PROVIDER, call.provider(), MODEL, call.model());
    durations.call(model.and("error.type", Objects.requireNonNullElse(call.error(), "")), call);
    var tokens = call.tokens();
    if (tokens != null) {
      durations.tokens(model.and(TOKEN_TYPE, "input"), tokens.prompt());
      durations.tokens(model.and(TOKEN_TYPE, "output"), tokens.completion());
    }
  }

  /** All counts as they are now, as text. */
  public String scrape() {
    return registry.scrape();
  }

  @Override
  public void takenUp(Lease lease, List<Entry> entries, Debate debate) {
    atWork.put(debate.id(), lease);
    count(Measure.TAKEN_UP, "again", String.valueOf(entries.size() > 1));
  }

  @Override
  public void letGo(Lease lease) {
    if (atWork.remove(lease.debate(), lease)) {
      rounds.remove(lease.debate());
    }
    count(Measure.LET_GO);
  }

  private void closed(DebateId debate, Instant at) {
    var from = rounds.remove(debate);
    if (from != null) {
      durations.round(Duration.between(from, at));
    }
  }

  @Override
  public void told(Entry entry, Debate debate) {
    switch (entry.event()) {
      case DebateEvent.Opened opened ->
          count(Measure.OPENED, "platform", opened.venue().platform());
      case DebateEvent.RoundOpened round -> {
        count(Measure.ROUNDS, "follow.up", String.valueOf(!round.followUps().isEmpty()));
        rounds.put(debate.id(), entry.at());
      }
      case DebateEvent.RoundClosed _ -> closed(debate.id(), entry.at());
      case DebateEvent.BallotCast cast -> ballot(cast);
      case DebateEvent.ChairFailed failed -> {
        count(Measure.CHAIR_FAILURES, "cause", Labels.name(failed.cause()));
        spent(CHAIR, failed.spent());
      }
      case DebateEvent.VerdictReached reached ->
          count(Measure.VERDICTS, "kind", Labels.name(reached.verdict()));
      case DebateEvent.SummaryWritten written -> spent(CHAIR, written.spent());
      case DebateEvent.FormChosen chosen -> spent(CHAIR, chosen.spent());
      case DebateEvent.PositionsGrouped grouped -> spent(CHAIR, grouped.spent());
      case DebateEvent.TeamVoted _ -> count(Measure.TEAM_VOTES);
      case DebateEvent.FollowUpAsked _ -> count(Measure.FOLLOW_UPS);
      case DebateEvent.AnswerCameLate late ->
          count(Measure.LATE_ANSWERS, "seat", late.seat().value());
      case DebateEvent.FollowUpWithdrawn _,
          DebateEvent.AnswerHidden _,
          DebateEvent.StopRequested _,
          DebateEvent.InLine _,
          DebateEvent.LimitReached _ -> {}
    }
  }

  private void count(Measure measure) {
    measure.counter().register(registry).increment();
  }

  private void count(Measure measure, String label, String value) {
    measure.counter().tag(label, value).register(registry).increment();
  }

  private void ballot(DebateEvent.BallotCast cast) {
    var seat = cast.ballot().seat().value();
    durations.seat(seat, cast.latency());
    if (cast.ballot() instanceof Ballot.Abstention(_, var cause)) {
      Measure.ABSTENTIONS
          .counter()
          .tag("seat", seat)
          .tag("cause", Labels.name(cause))
          .register(registry)
          .increment();
    }
    spent(seat, cast.provenance());
  }

  private void spent(String by, Provenance provenance) {
    Measure.COST.counter().tag(BY, by).register(registry).increment(usd(provenance));
    if (!provenance.cost().complete()) {
      count(Measure.COST_UNKNOWN, BY, by);
    }
    var tokens = provenance.tokens();
    if (tokens != null) {
      tokens(by, "input", tokens.prompt());
      tokens(by, "output", tokens.completion());
    }
  }

  private static double usd(Provenance provenance) {
    return provenance.cost().usd().doubleValue();
  }

  private void tokens(String by, String type, long count) {
    Measure.TOKENS
        .counter()
        .tag(BY, by)
        .tag("type", type)
        .register(registry)
        .increment((double) count);
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
