package dev.roundtable.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.Optional;

/** Turns what the validator found into a sentence for the operator. */
record Complaint(SchemaCheck.Spot spot, Error error) {
  Problem problem() {
    return switch (error.getKeyword()) {
      case "additionalProperties" -> unknownKey();
      case "required" -> new Problem(spot.key(), missing());
      case "uniqueItems" -> at(spot.name() + " names something twice; each may stand there once.");
      default -> at(wrongValue());
    };
  }

  private Problem at(String sentence) {
    return new Problem(spot.node().origin(), sentence);
  }

  private String missing() {
    var key = error.getProperty();
    var allowed = spot.shape().child(key).map(Shape::allowed).orElseThrow();
    return spot.name() + " lacks the key " + key + ": " + allowed + ".";
  }

  private String wrongValue() {
    var shape = spot.shape();
    var json = spot.node().json();
    if (isReference()) {
      var hint = json.asText().startsWith("$") ? " Leave the dollar sign out." : "";
      return spot.name()
          + " is not "
          + shape.allowed()
          + "; what stands there is not shown."
          + hint;
    }
    var allowed = shape.words().isEmpty() ? shape.allowed() : "one of " + shape.allowed();
    var where = spot.name() + " is " + Shown.value(json);
    return where + ", but must be " + allowed + "." + hint(shape, json);
  }

  private static String hint(Shape shape, JsonNode json) {
    if (shape.allowed().startsWith("a time") && json.asText().matches("[0-9]+")) {
      return " It needs a unit: " + json.asText() + "s.";
    }
    if (json.isTextual()) {
      return Nearest.question(json.textValue(), shape.words());
    }
    return shape.takes("string") && json.isValueNode() && !json.isNull()
        ? " Put it in quotes: \"" + json.asText() + "\"."
        : "";
  }

  // A secret put where its variable's name belongs must not be printed.
  private boolean isReference() {
    var path = spot.path();
    return !path.isEmpty() && Secrets.isReference(path.getLast());
  }

  private Problem unknownKey() {
    var key = error.getProperty();
    var origin =
        Optional.of(spot.node())
            .filter(Node.Mapping.class::isInstance)
            .map(Node.Mapping.class::cast)
            .map(mapping -> mapping.entries().get(key))
            .map(Node.Entry::key)
            .orElse(spot.key());
    return new Problem(origin, unknown(key));
  }

  private String unknown(String key) {
    var where = spot.path().isEmpty() ? "" : " in " + spot.name();
    if (spot.shape().isOpen()) {
      return Shown.key(key)
          + where
          + " is not a name: use lower-case letters, digits and single"
          + " hyphens"
          + (where.equals(" in seats") ? ", at most 40 characters." : ".");
    }
    return Secrets.inline(key, spot.shape())
        .orElseGet(() -> "There is no key " + Shown.key(key) + where + "." + suggestion(key));
  }

  private String suggestion(String key) {
    var keys = spot.shape().keys();
    var near = Nearest.question(key, keys);
    if (!near.isEmpty()) {
      return near;
    }
    return Elsewhere.of(key)
        .map(place -> " It belongs in " + place + ".")
        .orElse(" Allowed are " + String.join(", ", keys) + ".");
  }
}
