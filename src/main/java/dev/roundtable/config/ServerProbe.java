package dev.roundtable.config;

import java.net.URI;

/** Looks whether a server that asks for no key is there. */
@FunctionalInterface
public interface ServerProbe {
  /** Whether it answers at once. */
  boolean answers(URI baseUrl);
}
