package dev.roundtable.archive;

import java.util.function.Function;

/** How constants are written down, whatever they are called in the code. */
record Names<E extends Enum<E>>(Class<E> type, Function<E, String> written) {
  String of(E constant) {
    return written.apply(constant);
  }

  E read(String name) {
    for (var constant : type.getEnumConstants()) {
      if (of(constant).equals(name)) {
        return constant;
      }
    }
    throw new UnreadableEventException(name + " is not known here");
  }
}
