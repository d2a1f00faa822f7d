package dev.roundtable.panelist;

import dev.roundtable.debate.Provenance;
import dev.roundtable.panelist.Model.Exchange;
import dev.roundtable.panelist.Probe.Found;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One small call to the model of a seat, on a virtual thread of its own. */
final class ProbeCall {
  private static final Ask ASK =
      Ask.of(
          "Answer with one JSON object and nothing else.",
          "Is this an open question: how are you? Answer: " + Shape.FORM.example(),
          Shape.FORM);

  private final SeatSettings seat;
  private final Model model;
  private final Duration patience;
  private final Thread thread;
  private volatile @Nullable Probe probe;

  private ProbeCall(SeatSettings seat, Model model, Duration patience) {
    this.seat = seat;
    this.model = model;
    this.patience = patience;
    this.thread = Thread.ofVirtual().name("probe-" + seat.seat().id()).unstarted(this::run);
  }

  static ProbeCall start(SeatSettings seat, Model model, Duration patience) {
    var call = new ProbeCall(seat, model, patience);
    call.thread.start();
    return call;
  }

  Thread thread() {
    return thread;
  }

  Optional<Probe> probe() {
    return Optional.ofNullable(probe);
  }

  private void run() {
    var timer = model.provider().timer();
    var errand = Errand.begin("probe", patience, timer);
    Found found;
    try {
      found = found(model.askAwake(ASK, errand));
    } catch (InterruptedException _) {
      found = new Found.Unreachable("The probe was interrupted.");
    }
    var latency = Duration.between(errand.began(), timer.now());
    var id = seat.seat().id();
    var provider = model.provider().id();
    probe = new Probe(id, provider, model.name(), latency, model.priceKnown(), found);
  }

  private Found found(Exchange exchange) {
    return switch (exchange) {
      case Exchange.Said(_, var text, var spent)
          when JsonInText.last(text, Shape.FORM.field()).isPresent() ->
          works(spent);
      case Exchange.Said(_, var text, _) ->
          new Found.Babbles("It answers, but not in JSON: " + ProviderWords.of(text, ""));
      case Exchange.Failed(var failure, _) -> failed(failure);
    };
  }

  private Found works(Provenance spent) {
    var answeredBy = spent.modelId() == null ? model.name() : spent.modelId();
    return new Found.Works(answeredBy, model.rung(), answeredBy + " answers.");
  }

  private Found failed(Failure failure) {
    return switch (failure) {
      case Failure.TimedOut(var after) ->
          new Found.Unreachable("No answer within " + after.toSeconds() + " s.");
      case Failure.Unreachable(var reason) -> new Found.Unreachable("No answer: " + reason);
      case Failure.Blocked(var reason) -> new Found.NotAllowed("Not called: " + reason);
      case Failure.NoKey(var reason) -> new Found.KeyMissing("No key: " + reason);
      case Failure.KeyRejected(var reason) ->
          new Found.KeyRejected("The key is not accepted: " + reason);
      case Failure.UnknownModel(var reason) ->
          new Found.ModelUnknown(
              reason + " Set `model` of seat " + seat.seat().id() + " to one that it offers.");
      case Failure.RungUnsupported(var reason) -> new Found.Refuses("It says no: " + reason);
      case Failure.StoreUnknown(var reason) -> new Found.Refuses("It says no: " + reason);
      case Failure.Filtered(var reason) -> new Found.Refuses("It says no: " + reason);
      case Failure.Busy(var reason, _) -> new Found.Refuses("It is busy or broken: " + reason);
      case Failure.Rejected(var reason) -> new Found.Refuses("It says no: " + reason);
      case Failure.Benched(_, var reason) -> new Found.Refuses("It rests: " + reason);
    };
  }
}
