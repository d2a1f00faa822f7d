package dev.roundtable.transcript;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** A debate as a document. */
public record Transcript(List<Section> sections) {
  public Transcript {
    sections = List.copyOf(sections);
    var keys = new HashSet<String>();
    for (var section : sections) {
      if (!keys.add(section.key())) {
        throw new IllegalArgumentException("two sections have the key " + section.key());
      }
    }
  }

  public Optional<Section> find(String key) {
    return sections.stream().filter(section -> section.key().equals(key)).findFirst();
  }
}
