package dev.roundtable.safety;

import java.util.Optional;

/** A key that is known by where it is kept, never by its value. */
public interface Secret {
  /** The value as it is now, since a changed file is a rotated key; nothing if it is not set. */
  Optional<String> read();

  /** Where it is kept, such as {@code $OPENAI_API_KEY}; fit for print. */
  String origin();
}
