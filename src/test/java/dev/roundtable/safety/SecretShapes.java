package dev.roundtable.safety;

import java.util.List;

/** A made-up credential of each shape that is known. */
public final class SecretShapes {
  private SecretShapes() {}

  public static List<String> all() {
    return RedactionTest.keys().map(key -> (String) key.get()[1]).distinct().toList();
  }
}
