package dev.roundtable.metrics;

import dev.roundtable.delivery.Destination;
import dev.roundtable.delivery.LookUp;
import dev.roundtable.delivery.Outcome;
import dev.roundtable.delivery.Outlet;
import dev.roundtable.delivery.Post;
import dev.roundtable.delivery.Rate;
import dev.roundtable.delivery.RemoteId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Times each request to a platform, by what was asked for and what became of it. */
record MeteredOutlet(String platform, Outlet outlet, MeterRegistry registry) implements Outlet {
  @Override
  public List<Rate> rates(Destination to, Action action) {
    return outlet.rates(to, action);
  }

  @Override
  public Duration editGap() {
    return outlet.editGap();
  }

  @Override
  public Duration editGap(int edits) {
    return outlet.editGap(edits);
  }

  @Override
  public Outcome send(Destination to, Post post, String mark) {
    return timed(Action.SEND, () -> outlet.send(to, post, mark));
  }

  @Override
  public Outcome edit(Destination to, Post post, RemoteId message) {
    return timed(Action.EDIT, () -> outlet.edit(to, post, message));
  }

  @Override
  public Outcome delete(Destination to, Post.Place place, RemoteId message) {
    return timed(Action.DELETE, () -> outlet.delete(to, place, message));
  }

  @Override
  public LookUp lookUp(Destination to, Post.Place place, String mark, Instant since) {
    return outlet.lookUp(to, place, mark, since);
  }

  @Override
  public LookUp lookUp(Destination to, Post post, String mark, Instant since) {
    return outlet.lookUp(to, post, mark, since);
  }

  private Outcome timed(Action action, Supplier<Outcome> request) {
    var sample = Timer.start(registry);
    var outcome = request.get();
    sample.stop(
        Measure.REQUESTS
            .timer()
            .tag("platform", platform)
            .tag("action", action.name().toLowerCase(Locale.ROOT))
            .tag("outcome", Labels.name(outcome))
            .register(registry));
    return outcome;
  }
}
