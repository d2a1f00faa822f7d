package dev.roundtable.panelist;

import dev.roundtable.safety.Secret;
import dev.roundtable.session.Timer;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What providers and models have shown of themselves, and the client through which they are called.
 * It outlives {@link ModelTables}, which a changed configuration builds anew while debates run at
 * the old ones. A provider whose address or whose key's origin changed is another one.
 */
public final class ModelMemory {
  private final ModelHttp http;
  private final Timer timer;
  private final CallWatch watch;
  private final Map<Known, FairGate> gates = new ConcurrentHashMap<>();
  private final Map<KnownModel, Standing> standings = new ConcurrentHashMap<>();

  private record Known(
      String id, WireFormat codec, URI address, boolean allowPrivate, Optional<String> keyOrigin) {
    static Known of(ProviderSettings settings) {
      return new Known(
          settings.id(),
          settings.codec(),
          settings.baseUrl(),
          settings.allowPrivate(),
          settings.apiKey().map(Secret::origin));
    }
  }

  private record KnownModel(Known provider, String model, Optional<Rung> structured) {}

  /** Remembers nothing yet; the client stays the caller's to close. */
  public ModelMemory(ModelHttp http, Timer timer) {
    this(http, timer, CallWatch.NOBODY);
  }

  /** Tells of each call besides. */
  public ModelMemory(ModelHttp http, Timer timer, CallWatch watch) {
    this.http = http;
    this.timer = timer;
    this.watch = watch;
  }

  /** Calls in flight count on, however many there may now be. */
  Provider provider(ProviderSettings settings) {
    var gate = gates.computeIfAbsent(Known.of(settings), _ -> new FairGate(settings.maxCalls()));
    gate.resize(settings.maxCalls());
    return new Provider(settings, http, timer, gate, watch);
  }

  Model model(Provider provider, ModelSettings settings) {
    var known = Known.of(provider.settings());
    var key = new KnownModel(known, settings.model(), settings.structured());
    var standing = standings.computeIfAbsent(key, _ -> Standing.of(provider, settings));
    return new Model(provider, settings, standing);
  }
}
