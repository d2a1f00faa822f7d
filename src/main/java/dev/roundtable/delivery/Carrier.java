package dev.roundtable.delivery;

import dev.roundtable.delivery.Outlet.Action;
import dev.roundtable.session.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the steps of one debate to the outlet, and enters in the ledger what came of them. */
final class Carrier {
  private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);

  /** By how much the clocks of this machine and of a platform may differ. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  private final Ledger ledger;
  private final Outlet outlet;
  private final DeliveryLog log;
  private final Timer timer;
  private final Patience patience = new Patience();
  // Hashes of edits that the platform does not take.
  private final Map<String, String> refused = new HashMap<>();
  private final Map<String, Integer> edits = new HashMap<>();

  Carrier(Ledger ledger, Outlet outlet, DeliveryLog log, Timer timer) {
    this.ledger = ledger;
    this.outlet = outlet;
    this.log = log;
    this.timer = timer;
  }

  Ledger ledger() {
    return ledger;
  }

  Agenda agenda() {
    return new Agenda(ledger, patience, refused, this::editGap, timer.now());
  }

  private Duration editGap(String key) {
    return outlet.editGap(edits.getOrDefault(key, 0));
  }

  void send(Order order, Post post) {
    var to = destination(order);
    var permit = log.beginSend(order.lease(), to, post, outlet.rates(to, Action.SEND));
    if (!mayBegin(post.key(), permit)) {
      return;
    }
    var row = ledger.sending(post, timer.now());
    var outcome = outlet.send(to, post, Post.mark(order.lease().debate(), post.key()));
    switch (heard(outcome)) {
      case Outcome.Done(var message) -> sent(row, message, post.hash());
      case Outcome.Later(var after, var reason) -> {
        ledger.unsent(row, timer.now());
        tryAgain(row, after, reason);
      }
      case Outcome.Unsure(var reason) -> tryAgain(row, Agenda.SETTLING, reason);
      case Outcome.Refused(var reason) -> fail(row, reason);
      case Outcome.Gone(var reason) -> fail(row, reason);
    }
  }

  void change(Order order, Post post, Delivery row) {
    var to = destination(order);
    var permit = log.beginChange(order.lease(), outlet.rates(to, Action.EDIT));
    if (!mayBegin(row.key(), permit)) {
      return;
    }
    switch (heard(outlet.edit(to, post, message(row)))) {
      case Outcome.Done(var message) -> {
        edits.merge(row.key(), 1, Integer::sum);
        sent(row, message, post.hash());
      }
      case Outcome.Later(var after, var reason) -> tryAgain(row, after, reason);
      case Outcome.Unsure(var reason) -> tryAgain(row, outlet.editGap(), reason);
      case Outcome.Refused(var reason) -> {
        LOG.warn("post {} of {} stays as it is: {}", row.key(), ledger.lease().debate(), reason);
        refused.put(row.key(), post.hash());
      }
      case Outcome.Gone(var reason) -> fail(row, reason);
    }
  }

  void search(Order order, Delivery row) {
    var mark = Post.mark(order.lease().debate(), row.key());
    var since = row.at().minus(CLOCKS_DIFFER);
    switch (heard(lookUp(order, row, mark, since))) {
      case LookUp.Found(var message) -> sent(row, message, String.valueOf(row.hash()));
      case LookUp.Absent() -> {
        ledger.unsent(row, timer.now());
        patience.hold(row.key(), timer.now());
      }
      case LookUp.Unknown(var after, var reason) -> tryAgain(row, after, reason);
    }
  }

  private LookUp lookUp(Order order, Delivery row, String mark, Instant since) {
    var to = destination(order);
    return order
        .wanted(row.key())
        .map(post -> outlet.lookUp(to, post, mark, since))
        .orElseGet(() -> outlet.lookUp(to, row.place(), mark, since));
  }

  void delete(Order order, Delivery row) {
    var to = destination(order);
    var permit = log.beginChange(order.lease(), outlet.rates(to, Action.DELETE));
    if (!mayBegin(row.key(), permit)) {
      return;
    }
    switch (heard(outlet.delete(to, row.place(), message(row)))) {
      case Outcome.Done _, Outcome.Gone _ -> ledger.removed(row);
      case Outcome.Later(var after, var reason) -> tryAgain(row, after, reason);
      case Outcome.Unsure(var reason) -> tryAgain(row, Duration.ZERO, reason);
      case Outcome.Refused(var reason) -> {
        LOG.warn("post {} of {} is still there: {}", row.key(), ledger.lease().debate(), reason);
        ledger.removed(row);
      }
    }
  }

  private Destination destination(Order order) {
    return new Destination(order.lease().debate(), order.venue(), ledger.anchor());
  }

  private static RemoteId message(Delivery row) {
    var message = row.message();
    if (message == null) {
      throw new IllegalStateException("post " + row.key() + " is not there");
    }
    return message;
  }

  private boolean mayBegin(String key, Permit permit) {
    return switch (permit) {
      case Permit.Granted() -> true;
      case Permit.Wait(var time) -> {
        patience.hold(key, timer.now().plus(time));
        yield false;
      }
    };
  }

  // Closing alone interrupts, and what was heard is still to be written down.
  private static <T> T heard(T answer) {
    Thread.interrupted();
    return answer;
  }

  private void sent(Delivery row, RemoteId message, String hash) {
    ledger.sent(row, message, hash, timer.now());
    patience.succeeded(row.key());
  }

  private void tryAgain(Delivery row, Duration atLeast, String reason) {
    var pause = patience.failed(row.key(), timer.now(), atLeast);
    LOG.info("post {} of {} in {}: {}", row.key(), ledger.lease().debate(), pause, reason);
  }

  /** It will never be there. */
  void fail(Delivery row, String reason) {
    LOG.warn("post {} of {} is not there: {}", row.key(), ledger.lease().debate(), reason);
    ledger.failed(row, reason, timer.now());
  }
}
