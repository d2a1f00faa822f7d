package dev.roundtable.config;

import java.util.ArrayList;
import java.util.List;

/** Finds values that have the shape of a vendor's key, wherever they stand. */
final class Credentials {
  private Credentials() {}

  static List<Problem> check(Node node) {
    var problems = new ArrayList<Problem>();
    collect(node, problems);
    return problems;
  }

  private static void collect(Node node, List<Problem> problems) {
    switch (node) {
      case Node.Mapping(_, var entries) ->
          entries.values().forEach(entry -> collect(entry.value(), problems));
      case Node.Sequence(_, var items) -> items.forEach(item -> collect(item, problems));
      case Node.Scalar(var origin, var json) -> {
        if (json.isTextual() && Shown.isCredential(json.textValue())) {
          problems.add(new Problem(origin, SENTENCE));
        }
      }
      case Node.Refused _ -> {}
    }
  }

  private static final String SENTENCE =
      "This looks like a secret itself. Keep it in a variable or a file, and name that with a key"
          + " that ends in Env or File. If others can read this file, replace the secret.";
}
