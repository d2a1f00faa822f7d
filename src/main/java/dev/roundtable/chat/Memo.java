package dev.roundtable.chat;

import java.util.Optional;

/** What a front end has to remember from one start to the next; shared by all replicas. */
public interface Memo {
  Optional<String> read(String name);

  void write(String name, String value);

  void erase(String name);
}
