package dev.roundtable.delivery;

import dev.roundtable.debate.DebateId;
import dev.roundtable.delivery.Agenda.Step;
import dev.roundtable.session.Lease;
import dev.roundtable.session.LeaseLostException;
import dev.roundtable.session.StoreException;
import dev.roundtable.session.Timer;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does for one debate what its slate says, one step after another. */
final class Run {
  private static final Logger LOG = LoggerFactory.getLogger(Run.class);
  private static final Duration LINGER = Duration.ofSeconds(30);
  private static final String STORE = "the store";

  private final DebateId debate;
  private final Slate slate;
  private final Outlet outlet;
  private final DeliveryLog log;
  private final Timer timer;
  private final Patience storePatience = new Patience();
  private @Nullable Carrier carrier;

  Run(DebateId debate, Slate slate, Outlet outlet, DeliveryLog log, Timer timer) {
    this.debate = debate;
    this.slate = slate;
    this.outlet = outlet;
    this.log = log;
    this.timer = timer;
  }

  /** Works until it is closed, or until there was nothing to do for a while and it may leave. */
  void work(BooleanSupplier mayLeave) throws InterruptedException {
    while (!slate.closed()) {
      if (slate.obeyed()) {
        if (slate.await(LINGER) && slate.obeyed() && mayLeave.getAsBoolean()) {
          return;
        }
      } else {
        var pause = obey(slate.order());
        if (pause.isPositive()) {
          var _ = slate.await(pause);
        }
      }
    }
    tellTheLast();
  }

  // Takes one step, and answers how long to wait until the next.
  private Duration obey(Order order) {
    try {
      var pause = take(order, carrier(order.lease()));
      storePatience.succeeded(STORE);
      return pause;
    } catch (StoreException e) {
      var pause = storePatience.failed(STORE, timer.now(), Duration.ZERO);
      LOG.warn("the posts of debate {} wait for {}: {}", debate, pause, e.sentence());
      return pause;
    } catch (LeaseLostException e) {
      LOG.info("{}", e.getMessage());
      slate.letGo(order.lease());
      return Duration.ZERO;
    }
  }

  private Carrier carrier(Lease lease) {
    if (carrier == null || !carrier.ledger().lease().equals(lease)) {
      tellTheLast();
      carrier = new Carrier(Ledger.read(lease, log), outlet, log, timer);
    }
    carrier.ledger().tell();
    return carrier;
  }

  private Duration take(Order order, Carrier hands) {
    var agenda = hands.agenda();
    var step =
        switch (order) {
          case Order.Show show -> agenda.toShow(show.posts());
          case Order.Remove _ -> agenda.toRemove();
        };
    switch (step) {
      case Step.Rest(var time) -> {
        return time;
      }
      case Step.Done() -> finish(order);
      case Step.Send(var post) -> hands.send(order, post);
      case Step.Change(var post, var row) -> hands.change(order, post, row);
      case Step.Search(var row) -> hands.search(order, row);
      case Step.Delete(var row) -> hands.delete(order, row);
      case Step.GiveUp(var row, var reason) -> hands.fail(row, reason);
    }
    return Duration.ZERO;
  }

  private void finish(Order order) {
    if (order instanceof Order.Remove) {
      log.forget(debate);
    }
    slate.obey(order);
  }

  // What is lost here is found out again by a look-up.
  private void tellTheLast() {
    try {
      if (carrier != null) {
        carrier.ledger().tell();
      }
    } catch (StoreException | LeaseLostException e) {
      LOG.warn("what was posted last of debate {} is looked up later", debate, e);
    }
  }
}
