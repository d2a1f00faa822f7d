package dev.roundtable.panelist;

import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a model has to be asked, and whether it is asked at all. */
final class Standing {
  private static final Logger LOG = LoggerFactory.getLogger(Standing.class);

  private final String model;
  private final Bench bench;
  private volatile Manner manner;

  private Standing(String model, Bench bench, Manner manner) {
    this.model = model;
    this.bench = bench;
    this.manner = manner;
  }

  /** Of a model that nothing is known of. */
  static Standing of(Provider provider, ModelSettings settings) {
    var model = provider.id() + "/" + settings.model();
    var first = Manner.beginningAt(settings.structured().orElse(Rung.SCHEMA));
    return new Standing(model, new Bench(model, provider.timer()), first);
  }

  Bench bench() {
    return bench;
  }

  Manner manner() {
    return manner;
  }

  /** Remembers that the rung is not supported, unless somebody else has found that meanwhile. */
  Manner stepDownFrom(Rung rung, String because) {
    return change(now -> now.rung() == rung ? now.steppedDown() : now, because);
  }

  Manner leaveStoreOut(String because) {
    return change(Manner::withoutStore, because);
  }

  private synchronized Manner change(UnaryOperator<Manner> change, String because) {
    var after = change.apply(manner);
    if (!after.equals(manner)) {
      manner = after;
      LOG.info("{} is asked with {} from now on: {}", model, after, because);
    }
    return after;
  }
}
