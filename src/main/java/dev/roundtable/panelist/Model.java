package dev.roundtable.panelist;

import dev.roundtable.debate.Cause;
import dev.roundtable.debate.Cost;
import dev.roundtable.debate.Provenance;
import dev.roundtable.panelist.Provider.Asked;
import java.time.Duration;
import java.util.HashSet;

/**
 * One model of one provider, shared by all that sit on it: remembers how it can be held to a shape,
 * and whether it fails all the time.
 */
final class Model {
  // An interrupt this near to the end is the seat's time-out, not somebody's Stop.
  private static final Duration NEARLY_NOTHING = Duration.ofMillis(500);

  private final Provider provider;
  private final ModelSettings settings;
  private final Standing standing;

  /** What came of a question and what it took. */
  sealed interface Exchange {
    Provenance spent();

    record Said(WireAnswer.Ending ending, String text, Provenance spent) implements Exchange {}

    record Failed(Failure failure, Provenance spent) implements Exchange {}
  }

  Model(Provider provider, ModelSettings settings) {
    this(provider, settings, Standing.of(provider, settings));
  }

  Model(Provider provider, ModelSettings settings, Standing standing) {
    this.provider = provider;
    this.settings = settings;
    this.standing = standing;
  }

  Rung rung() {
    return standing.manner().rung();
  }

  String name() {
    return settings.model();
  }

  Provider provider() {
    return provider;
  }

  /** Whether a cost can be told if the provider reports none. */
  boolean priceKnown() {
    return settings.price().isPresent() || Prices.shipped().knows(provider.host(), name());
  }

  Exchange ask(Ask ask, Errand errand) throws InterruptedException {
    var resting = standing.bench().resting(provider::keyPrint);
    return resting.isPresent()
        ? new Exchange.Failed(resting.get(), Provenance.CODE)
        : askAwake(ask, errand);
  }

  /** Asks a model even if it is benched. */
  Exchange askAwake(Ask ask, Errand errand) throws InterruptedException {
    var key = provider.keyPrint();
    try {
      return judged(descend(ask, errand), key);
    } catch (InterruptedException e) {
      if (errand.left(provider.timer()).compareTo(NEARLY_NOTHING) < 0) {
        standing.bench().failed("no answer within " + errand.allowed().toSeconds() + " s");
      }
      throw e;
    }
  }

  // What a provider does not take is left out, each once per call, and remembered.
  private Asked descend(Ask ask, Errand errand) throws InterruptedException {
    var leftOut = new HashSet<Class<?>>();
    var tried = standing.manner();
    var asked = provider.ask(settings, ask, tried, errand);
    while (asked instanceof Asked.Failed(var failure, _)) {
      var better = better(tried, failure);
      if (better.equals(tried) || !leftOut.add(failure.getClass())) {
        return asked;
      }
      tried = better;
      asked = provider.ask(settings, ask, tried, errand);
    }
    return asked;
  }

  private Manner better(Manner tried, Failure failure) {
    return switch (failure) {
      case Failure.RungUnsupported(var reason) -> standing.stepDownFrom(tried.rung(), reason);
      case Failure.StoreUnknown(var reason) -> standing.leaveStoreOut(reason);
      case Failure.TimedOut _,
          Failure.Blocked _,
          Failure.NoKey _,
          Failure.KeyRejected _,
          Failure.UnknownModel _,
          Failure.Filtered _,
          Failure.Busy _,
          Failure.Unreachable _,
          Failure.Rejected _,
          Failure.Benched _ ->
          tried;
    };
  }

  private Exchange judged(Asked asked, KeyPrint key) {
    return switch (asked) {
      case Asked.Answered(var answer, var moreBilled) -> {
        standing.bench().answered();
        yield new Exchange.Said(answer.ending(), answer.text(), spent(answer, moreBilled));
      }
      case Asked.Failed(var failure, var billed) -> {
        bench(failure, key);
        yield new Exchange.Failed(failure, billed ? Provenance.UNKNOWN : Provenance.CODE);
      }
    };
  }

  private void bench(Failure failure, KeyPrint key) {
    var words = words(failure.cause());
    switch (failure) {
      case Failure.Filtered _, Failure.Benched _ -> {}
      case Failure.NoKey _, Failure.KeyRejected _ -> standing.bench().rejected(words, key);
      case Failure.TimedOut _,
          Failure.Blocked _,
          Failure.UnknownModel _,
          Failure.RungUnsupported _,
          Failure.StoreUnknown _,
          Failure.Busy _,
          Failure.Unreachable _,
          Failure.Rejected _ ->
          standing.bench().failed(words);
    }
  }

  private static String words(Cause cause) {
    return switch (cause) {
      case Cause.ProviderError(var reason) -> reason;
      case Cause.NotAllowed(var reason) -> reason;
      case Cause.TimedOut(var after) -> "no answer within " + after.toSeconds() + " s";
      case Cause.Refused _,
          Cause.Unreadable _,
          Cause.CutOff _,
          Cause.Filtered _,
          Cause.Benched _,
          Cause.Vacant _,
          Cause.Unscripted _,
          Cause.Broken _,
          Cause.Halted _ ->
          cause.toString();
    };
  }

  private Provenance spent(WireAnswer answer, boolean moreBilled) {
    var used = answer.used();
    var cost = moreBilled ? cost(used).plus(Cost.UNKNOWN) : cost(used);
    return new Provenance(used.model(), used.tokens(), cost, used.sources());
  }

  private Cost cost(WireAnswer.Used used) {
    if (used.usd() != null) {
      return Cost.usd(used.usd());
    }
    var tokens = used.tokens();
    if (tokens == null) {
      return Cost.UNKNOWN;
    }
    return settings
        .price()
        .map(price -> Prices.cost(price, tokens))
        .orElseGet(() -> Prices.shipped().cost(provider.host(), name(), tokens));
  }
}
