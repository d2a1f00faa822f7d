package dev.roundtable.discord;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** In which language people use Discord, which it tells with commands and buttons alone. */
final class Tongues {
  private static final int REMEMBERED = 10_000;

  private final Map<String, String> languages =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
              return size() > REMEMBERED;
            }
          });

  void speaks(String person, String language) {
    languages.put(person, language);
  }

  /** The language in which that person was last heard, as a language tag. */
  Optional<String> of(String person) {
    return Optional.ofNullable(languages.get(person));
  }
}
