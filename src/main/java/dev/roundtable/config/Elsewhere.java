package dev.roundtable.config;

import java.util.Optional;
import java.util.stream.Stream;

/** Finds where a key that was put in the wrong group belongs. */
final class Elsewhere {
  private Elsewhere() {}

  /** The first group that has that key, such as {@code panels.<name>}. */
  static Optional<String> of(String key) {
    return groups("", Shape.ROUNDTABLE)
        .filter(group -> group.shape().keys().contains(key))
        .filter(group -> !group.name().isEmpty())
        .map(Group::name)
        .findFirst();
  }

  private record Group(String name, Shape shape) {}

  private static Stream<Group> groups(String name, Shape shape) {
    var below =
        shape.isOpen()
            ? groups(name + ".<name>", shape.anyChild())
            : shape.keys().stream()
                .flatMap(key ->
                    groups(
                        name.isEmpty() ? key : name + "." + key, shape.child(key).orElseThrow()));
    return Stream.concat(Stream.of(new Group(name, shape)), below);
  }
}
