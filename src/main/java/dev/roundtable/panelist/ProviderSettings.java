package dev.roundtable.panelist;

import dev.roundtable.safety.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * A row of configuration that makes a vendor, a gateway or a local server known.
 *
 * @param apiKey nothing for a provider that asks for none
 * @param allowPrivate whether plain http and private addresses beyond loopback may be called
 * @param maxCalls how many calls may be in flight at once
 */
public record ProviderSettings(
    String id,
    WireFormat codec,
    URI baseUrl,
    Optional<Secret> apiKey,
    boolean allowPrivate,
    int maxCalls) {
  public static final int DEFAULT_MAX_CALLS = 256;
}
